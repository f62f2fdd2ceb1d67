using System.Net;
using Grainline.Balancing;
using Grainline.Hosting;
using Grainline.Journal;
using Grainline.Silo.Hosting;
using Grainline.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Orleans.Runtime.Placement;

namespace Grainline.Cluster.Tests.Balancing;

/// <summary>Three silos of one cluster in this process, over one journal, without what follows it.</summary>
internal sealed class BalancedCluster : IAsyncDisposable
{
    private const int Silos = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("grainline-").FullName;
    private readonly List<IHost> _hosts = [];

    public IGrainFactory Grains => _hosts[0].Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => _hosts[0].Services.GetRequiredService<IJournal>();

    public ErrorLog Errors { get; } = new();

    public static async Task<BalancedCluster> Start(params (string Key, string Value)[] settings)
    {
        var made = new BalancedCluster();
        var (cluster, primary) = (Guid.NewGuid().ToString("N"), Loopback.FreePort());
        for (var i = 0; i < Silos; i++)
        {
            var host = made.Build(cluster, i == 0 ? primary : Loopback.FreePort(), primary, settings);
            made._hosts.Add(host);
            await host.StartAsync();
        }

        foreach (var host in made._hosts)
            await SeesAll(host);
        return made;
    }

    public SiloAddress Silo(int number) => _hosts[number].Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    public IBalancedSilo Mover(int number) => _hosts[number].Services.GetRequiredService<IBalancedSilo>();

    /// <summary>Makes a call; if its grain is not active anywhere, it becomes so on this silo.</summary>
    public async Task<T> On<T>(int silo, Func<Task<T>> call)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, Silo(silo));
        try
        {
            return await call();
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
    }

    /// <summary>Which silo each conversation is active on.</summary>
    public async Task<Dictionary<string, int>> Places()
    {
        var places = new Dictionary<string, int>();
        for (var silo = 0; silo < Silos; silo++)
        {
            foreach (var grain in await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(hostsIds: [Silo(silo)]))
            {
                if (grain.GrainId.Type.ToString() == "conversation")
                    places[grain.GrainId.ToString()] = silo;
            }
        }

        return places;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.StopAsync();
            host.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private IHost Build(string cluster, int port, int primary, (string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(Errors);
        if (_hosts is [var first, ..])
            Share(first.Services, builder.Services);
        else
            builder.Services.AddSqliteJournal(o => o.Directory = _folder);
        builder.Services.AddBlobs(Path.Combine(_folder, "attachments"));
        builder.Services.AddGrainStorage("journal", (services, _) => new JournalGrainStorage(services.GetRequiredService<IStateStore>()));
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(port, Loopback.FreePort(), new IPEndPoint(IPAddress.Loopback, primary), serviceId: cluster, clusterId: cluster)
            .UseBalancing());
        builder.Services.AddGrains(builder.Configuration);
        foreach (var follower in builder.Services.Where(s => s.ImplementationType?.Name.EndsWith("Projection", StringComparison.Ordinal) == true).ToArray())
            builder.Services.Remove(follower);
        return builder.Build();
    }

    // One store of one process is what three silos share here.
    private static void Share(IServiceProvider from, IServiceCollection to)
    {
        to.AddSingleton(from.GetRequiredService<IJournal>()).AddSingleton(from.GetRequiredService<IStateStore>());
        to.AddSingleton(from.GetRequiredService<ICheckpointStore>()).AddSingleton(from.GetRequiredService<INodeLeases>());
    }

    private static async Task SeesAll(IHost host)
    {
        await foreach (var update in host.Services.GetRequiredService<IClusterMembershipService>().MembershipUpdates)
        {
            if (update.Members.Values.Count(m => m.Status == SiloStatus.Active) == Silos)
                return;
        }
    }
}
