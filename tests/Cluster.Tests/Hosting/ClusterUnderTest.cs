using System.Globalization;
using Grainline.Load.Figures;
using Grainline.Testing;
using Grainline.Testing.Postgres;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>
/// A cluster of real processes on loopback: PostgreSQL, Redis, silos, gateways and HAProxy before them. Ports, folders and names are its own, and nothing of it is
/// left when it is disposed.
/// </summary>
internal sealed class ClusterUnderTest : IAsyncDisposable
{
    private readonly PostgresCluster _postgres = new();
    private readonly RedisServer _redis = new();
    private readonly LoadBalancer _balancer = new();
    private readonly List<Silo> _silos = [];
    private readonly List<Member> _gateways = [];
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    public PostgresCluster Postgres => _postgres;

    public RedisServer Redis => _redis;

    /// <summary>Where people come in.</summary>
    public Uri Address => _balancer.Address;

    public IReadOnlyList<Silo> Silos => _silos;

    public IReadOnlyList<Member> Gateways => _gateways;

    private IEnumerable<Member> Members => _silos.Select(silo => silo.Process).Concat(_gateways);

    public static async Task<ClusterUnderTest> Start(int silos, int gateways, CancellationToken cancellation)
    {
        var cluster = new ClusterUnderTest();
        try
        {
            await cluster.Begin(silos, gateways, cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async Task<Silo> AddSilo(CancellationToken cancellation)
    {
        var (port, gatewayPort, http) = (Loopback.FreePort(), Loopback.FreePort(), Loopback.FreePort());
        var process = new Member($"silo-{_silos.Count + 1}", Programs.Silo, http, Settings.Silo(_id, _postgres, _redis, http, port, gatewayPort));
        var silo = new Silo(process, port);
        _silos.Add(silo);
        await process.Start(cancellation);
        return silo;
    }

    /// <summary>Who was killed and not replaced by the test before is started again.</summary>
    public async Task Repair(CancellationToken cancellation)
    {
        foreach (var member in Members.Where(member => !member.IsRunning))
            await member.Start(cancellation);
    }

    /// <summary>Completes when the membership says that the silo's present process, and all before it, are dead.</summary>
    public async Task WhenDeclaredDead(Silo silo, CancellationToken cancellation)
    {
        for (var began = Clock.Now; !(await _redis.StatusesOf(silo.Port, $"{Settings.ServiceId}/members/{_id}", cancellation)).All(status => status == Membership.Dead); await Clock.Wait(0.2, cancellation))
        {
            if (Clock.Seconds(began) > 120)
                throw new ProgramFailedException($"After two minutes {silo.Process.Name} was not declared dead.");
        }
    }

    /// <summary>The newest lines of every process, to explain a failure.</summary>
    public string Logs() => string.Join("\n\n", Members.Select(member => (member.Name, member.Output)).Append(("haproxy", _balancer.Output)).Append(("redis", _redis.Output))
        .Select(log => string.Create(CultureInfo.InvariantCulture, $"==== {log.Item1}\n{log.Item2}")));

    public async ValueTask DisposeAsync()
    {
        foreach (var member in Members)
            await member.DisposeAsync();
        await _balancer.DisposeAsync();
        await _redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private async Task Begin(int silos, int gateways, CancellationToken cancellation)
    {
        await _postgres.Start(PostgresInstallation.Find()!, null, cancellation, "max_connections=300");
        await Database.Prepare(_postgres, cancellation);
        await _redis.Start(cancellation);
        await Migrate(cancellation);
        for (var i = 1; i <= gateways; i++)
        {
            var port = Loopback.FreePort();
            _gateways.Add(new($"gateway-{i}", Programs.Gateway, port, Settings.Gateway(_id, _redis, port)));
        }
        // In no order: gateways wait for silos, and silos for each other.
        await Task.WhenAll([.. _gateways.Select(gateway => gateway.Start(cancellation)), .. Enumerable.Range(0, silos).Select(_ => AddSilo(cancellation))]);
        await _balancer.Start(_gateways, cancellation);
    }

    private async Task Migrate(CancellationToken cancellation)
    {
        using var migrating = new ChildProcess(Programs.Silo, null, ["migrate"], Settings.Migration(_postgres));
        if (await migrating.Exit(cancellation) != 0)
            throw new ProgramFailedException($"The schema could not be made:\n{migrating.Output}");
    }
}
