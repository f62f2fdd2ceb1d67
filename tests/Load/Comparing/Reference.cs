using Grainline.Load.Checking;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Wire;
using Grainline.Testing.Postgres;

namespace Grainline.Load.Comparing;

/// <summary>One of the small programs in References, run as a process and talked to exactly as the system is.</summary>
internal sealed class Reference : IMeasured, IAsyncDisposable
{
    private readonly string _name;
    private readonly StartedServer _server;
    private readonly PostgresCluster? _database;

    private Reference(string name, int? core, PostgresCluster? database)
    {
        (_name, _database) = (name, database);
        string[] store = database is null ? [] : ["--Database", database.Connection];
        _server = new(Path.Combine(AppContext.BaseDirectory, "Grainline.Load.References.dll"), core, address => [name, "--urls", address.ToString().TrimEnd('/'), .. store]);
    }

    public IReadOnlyList<MeasuredRoot> Roots => _database is null
        ? [new("server", _server.ProcessId)]
        : [new("server", _server.ProcessId), new("postmaster", _database.ProcessId, IsDotNet: false)];

    /// <param name="name">One of <see cref="ReferenceNames"/>.</param>
    /// <exception cref="RefusedException">It did not start.</exception>
    public static async Task<Reference> Start(string name, int? core, CancellationToken cancellation)
    {
        var database = name == ReferenceNames.Postgres ? new PostgresCluster() : null;
        var reference = new Reference(name, core, database);
        try
        {
            if (database is not null)
                await database.Start(PostgresInstallation.Find() ?? throw new RefusedException(PostgresInstallation.HowToInstall), core, cancellation);
            await reference._server.Start(cancellation);
            return reference;
        }
        catch
        {
            await reference.DisposeAsync();
            throw;
        }
    }

    public async Task<TalkResult> Talk(TalkPlan plan, CancellationToken cancellation)
    {
        var (counts, pairs) = (new TalkCounts(), new Pairs());
        Pair[] all = [.. Enumerable.Range(0, plan.Visitors).Select(n => new Pair($"{Guid.NewGuid():N}", counts))];
        foreach (var pair in all)
            pairs.Add(pair);
        var stops = new List<Action>();
        foreach (var pair in all)
            stops.Add(await Join(Side.Visitor, [pair], pairs, plan, cancellation));
        foreach (var chunk in all.Chunk(plan.Capacity))
            stops.Add(await Join(Side.Agent, chunk, pairs, plan, cancellation));
        var window = new Window(counts, this);
        await window.Measure(all, plan, null, cancellation);
        for (var began = Clock.Now; !all.All(pair => pair.Visitor.IsIdle && pair.Agent.IsIdle) && Clock.Seconds(began) < 10;)
            await Clock.Wait(0.02, cancellation);
        foreach (var stop in stops)
            stop();
        return window.Result(_name, plan, all.Length);
    }

    /// <summary>Only for the SignalR references: the relay's sockets and the system's have no handshake in common.</summary>
    public Link[] IdleLinks(int count)
    {
        var dialer = new Dialer(_server.Address);
        return [.. Enumerable.Range(0, count).Select(_ => new GroupLink(dialer, Side.Visitor, [], new(), Stamp.Shortest, new(1)))];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private async Task<Action> Join(Side side, Pair[] mine, Pairs pairs, TalkPlan plan, CancellationToken cancellation)
    {
        var dialer = new Dialer(_server.Address);
        if (_name == ReferenceNames.Relay)
        {
            var socket = new RelaySocket(side, pairs, plan.Characters);
            await socket.Open(dialer, mine, cancellation);
            return socket.Dispose;
        }
        var link = new GroupLink(dialer, side, mine, pairs, plan.Characters, new(plan.Seed));
        await link.Start(cancellation);
        return link.Stop;
    }
}
