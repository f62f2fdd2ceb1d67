using Grainline.Load.Faults;
using Grainline.Load.Servers;

namespace Grainline.Load.Tests.Faults;

/// <summary>On a real process: the reference program, which starts in a moment.</summary>
public sealed class ProcessFaultTests : IAsyncLifetime
{
    private readonly StartedServer _server = new(
        Path.Combine(AppContext.BaseDirectory, "Grainline.Load.References.dll"), null, address => ["signalr", "--urls", address.ToString().TrimEnd('/')]);

    public async ValueTask InitializeAsync() => await _server.Start(Stop);

    [Fact]
    public async Task Kill_StartsAnotherProcessAtTheSameAddress()
    {
        var before = _server.ProcessId;
        await new KillFault().Strike(_server, new(1), 1, Stop);
        Assert.NotEqual(before, _server.ProcessId);
        Assert.False(_server.HasExited);
    }

    [Fact]
    public async Task Pause_StopsTheProcessAndLetsItGoOn()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Needs /proc.");
        var strike = new PauseFault().Strike(_server, new(1), 1, Stop);
        while (State() != 'T')
            Assert.False(strike.IsCompleted, "The process was never stopped.");
        await strike;
        Assert.NotEqual('T', State());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private char State()
    {
        var stat = File.ReadAllText($"/proc/{_server.ProcessId}/stat");
        return stat[stat.LastIndexOf(')') + 2];
    }
}
