using Grainline.Load.Clients;
using Grainline.Load.Faults;
using Grainline.Load.Figures;

namespace Grainline.Load.Servers;

/// <param name="Start">Path of Grainline.Silo.dll; the tool runs it with an own data folder and raised budgets.</param>
/// <param name="Url">A server that runs already, when <paramref name="Start"/> is null.</param>
/// <param name="Login">An administrator of that server.</param>
/// <param name="Running">Processes of that server that run on this machine and are to be measured.</param>
/// <param name="Core">The started server is pinned to it.</param>
internal sealed record TargetPlan(string? Start, Uri? Url, string? Login, string? Password, IReadOnlyList<MeasuredRoot> Running, int? Core);

/// <summary>The system that is measured: one started for the run, or somebody's own.</summary>
internal sealed class SystemUnderTest : IMeasured, IAsyncDisposable
{
    /// <summary>As it is told beside the references.</summary>
    public const string Name = "grainline";

    private readonly string? _data;

    private SystemUnderTest(TargetPlan plan, StartedServer? started, string? data, Fault? fault, Uri address, Installation installation, Rest rest) =>
        (Plan, Started, _data, Fault, Address, Installation, Rest) = (plan, started, data, fault, address, installation, rest);

    public TargetPlan Plan { get; }

    public StartedServer? Started { get; }

    public Installation Installation { get; }

    public Rest Rest { get; }

    /// <summary>What it was prepared for, if anything.</summary>
    public Fault? Fault { get; }

    /// <summary>Where sockets go; REST calls may go elsewhere.</summary>
    public Uri Address { get; }

    /// <summary>Of the server, when it is one process that runs on this machine and is known.</summary>
    public int? ProcessId => Roots is [var only] ? only.Pid : null;

    public IReadOnlyList<MeasuredRoot> Roots => Started is { } started ? [new("server", started.ProcessId, FormerCpuSeconds: started.FormerCpuSeconds)] : Plan.Running;

    public static Task<SystemUnderTest> Open(TargetPlan plan, CancellationToken cancellation) => Open(plan, null, cancellation);

    /// <param name="fault">Prepared here and disposed with the system; only for a server that the tool starts.</param>
    public static async Task<SystemUnderTest> Open(TargetPlan plan, Fault? fault, CancellationToken cancellation)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        if (plan.Start is null)
        {
            var rest = new Rest(plan.Url!);
            var own = await Installation.LogIn(rest, plan.Login!, plan.Password!, run, cancellation);
            await own.Prepare(cancellation);
            return new(plan, null, null, null, plan.Url!, own, rest);
        }
        var data = Directory.CreateTempSubdirectory("grainline-load-").FullName;
        Dictionary<string, string> environment = [];
        var started = new StartedServer(plan.Start, plan.Core, address => [.. Raised, "--empty", "--urls", address.ToString(), "--data", data], environment);
        var toStarted = new Rest(started.Address);
        try
        {
            var ground = new Ground(data, started.Address, environment);
            if (fault is not null)
                await fault.Prepare(ground, cancellation);
            await started.Start(cancellation);
            var fresh = await Installation.SetUp(toStarted, await started.SetupCode(cancellation), run, cancellation);
            await fresh.Prepare(cancellation);
            return new(plan, started, data, fault, ground.Sockets, fresh, toStarted);
        }
        catch
        {
            await Clear(toStarted, started, fault, data);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Clear(Rest, Started, Fault, _data);
    }

    // In this order: a volume is not taken away from under its server.
    private static async Task Clear(Rest rest, StartedServer? started, Fault? fault, string? data)
    {
        rest.Dispose();
        if (started is not null)
            await started.DisposeAsync();
        if (fault is not null)
            await fault.DisposeAsync();
        if (data is not null)
            Directory.Delete(data, recursive: true);
    }

    // Budgets protect an installation from a few clients that ask too much; here all of them are one machine, on purpose.
    private static readonly string[] Raised =
    [
        "--Budgets:VisitorBurst=1000000", "--Budgets:VisitorPerSecond=1000000", "--Budgets:AgentBurst=1000000", "--Budgets:AgentPerSecond=1000000",
        "--Authentication:LoginBurst=10000", "--Authentication:LoginsPerMinute=10000", "--Authentication:VisitorBurst=1000000", "--Authentication:VisitorsPerMinute=1000000",
    ];
}
