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
internal sealed class TravelPair : IAsyncDisposable
{
    private readonly IHost[] _hosts;

    private TravelPair(IHost[] hosts, ManualTimeProvider clock) => (_hosts, Clock) = (hosts, clock);

    internal IGrainFactory Grains => _hosts[0].Services.GetRequiredService<IGrainFactory>();

    internal ManualTimeProvider Clock { get; }

    internal static async Task<TravelPair> StartAsync(TravelBook book)
    {
        var clock = new ManualTimeProvider();
        var group = new SiloGroup();
        var pair = new TravelPair([Build(book, clock, group), Build(book, clock, group)], clock);
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

    // A place that is being left still has the grain for a moment, and would not take it back.
    private async Task<int> Place(ITravellingGrain grain)
    {
        while (true)
        {
            var found = await Task.WhenAll(_hosts.Select(host => IsOn(host, grain)));
            if (found.Count(here => here) == 1)
                return found[0] ? 0 : 1;
        }
    }

    private async Task<bool> IsOn(IHost host, ITravellingGrain grain) =>
        (await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(hostsIds: [Address(host)])).Any(g => g.GrainId == grain.GetGrainId());

    private static SiloAddress Address(IHost host) => host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    private static async Task SeesBoth(IHost host)
    {
        await foreach (var update in host.Services.GetRequiredService<IClusterMembershipService>().MembershipUpdates)
        {
            if (update.Members.Values.Count(m => m.Status == SiloStatus.Active) == 2)
                return;
        }
    }

    private static IHost Build(TravelBook book, ManualTimeProvider clock, SiloGroup group)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(book).AddSingleton<TimeProvider>(clock);
        builder.UseOrleans(group.Configure);
        return builder.Build();
    }
}
