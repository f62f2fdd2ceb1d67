using System.Net;
using Grainline.Runtime.Tests.Migration;
using Grainline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>Two silos of one cluster in this process, with one clock for the grains of both.</summary>
internal sealed class SiloPair : IAsyncDisposable
{
    private readonly IHost[] _hosts;
    private readonly Dictionary<GrainId, int> _places = [];

    private SiloPair(IHost[] hosts, ManualTimeProvider clock) => (_hosts, Clock) = (hosts, clock);

    internal IGrainFactory Grains => _hosts[0].Services.GetRequiredService<IGrainFactory>();

    internal ManualTimeProvider Clock { get; }

    internal static async Task<SiloPair> StartAsync(TravelBook book)
    {
        var clock = new ManualTimeProvider();
        var cluster = Guid.NewGuid().ToString("N");
        var (first, second) = (SiloSetup.FreePort(), SiloSetup.FreePort());
        var pair = new SiloPair([Build(book, clock, cluster, first, first), Build(book, clock, cluster, second, first)], clock);
        foreach (var host in pair._hosts)
            await host.StartAsync();
        foreach (var host in pair._hosts)
            await SeesBoth(host);
        return pair;
    }

    /// <summary>Asks the grain to go to the other place; it goes when it is idle.</summary>
    internal async Task Send(ITravellingGrain grain)
    {
        var other = 1 - await Place(grain);
        RequestContext.Set(IPlacementDirector.PlacementHintKey, Address(_hosts[other]));
        _places[grain.GetGrainId()] = other;
        try
        {
            await grain.Go();
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Reverse())
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    // Asked once: soon after a migration the place that was left still counts the grain as its own.
    private async Task<int> Place(ITravellingGrain grain)
    {
        if (_places.TryGetValue(grain.GetGrainId(), out var known))
            return known;
        var first = await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(hostsIds: [Address(_hosts[0])]);
        return first.Any(g => g.GrainId == grain.GetGrainId()) ? 0 : 1;
    }

    private static SiloAddress Address(IHost host) => host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    private static async Task SeesBoth(IHost host)
    {
        await foreach (var update in host.Services.GetRequiredService<IClusterMembershipService>().MembershipUpdates)
        {
            if (update.Members.Values.Count(m => m.Status == SiloStatus.Active) == 2)
                return;
        }
    }

    private static IHost Build(TravelBook book, ManualTimeProvider clock, string cluster, int port, int primary)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(book);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(port, SiloSetup.FreePort(), new IPEndPoint(IPAddress.Loopback, primary), serviceId: cluster, clusterId: cluster);
            silo.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
            silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, clock);
        });
        return builder.Build();
    }
}
