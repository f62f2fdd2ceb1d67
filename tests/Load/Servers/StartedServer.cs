using System.Text.RegularExpressions;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Testing;

namespace Grainline.Load.Servers;

/// <summary>A server that the tool has started itself, so that it may measure, kill and restart it.</summary>
/// <param name="environment">Added to the tool's own for the server's process.</param>
internal sealed partial class StartedServer(string program, int? core, Func<Uri, string[]> arguments, IReadOnlyDictionary<string, string>? environment = null) : IAsyncDisposable
{
    private ChildProcess? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{Loopback.FreePort()}");

    /// <summary>Of the last one that was started; whoever measures may ask while it is dead.</summary>
    public int ProcessId { get; private set; }

    public bool HasExited => _process!.HasExited;

    public int ExitCode => _process!.ExitCode;

    /// <summary>Processor time of processes that were killed meanwhile.</summary>
    public double FormerCpuSeconds { get; private set; }

    public string Output => _process!.Output;

    /// <exception cref="RefusedException">The program ended or was not ready within 30 s.</exception>
    public async Task Start(CancellationToken cancellation)
    {
        _process = new(program, core, arguments(Address), environment);
        ProcessId = _process.Id;
        using var rest = new Rest(Address);
        for (var began = Clock.Now; !await rest.IsReady(cancellation);)
        {
            if (_process.HasExited || Clock.Seconds(began) > 30)
                throw new RefusedException($"{Path.GetFileName(program)} did not start:\n{_process.Output}");
            await Clock.Wait(0.02, cancellation);
        }
    }

    public async Task Kill()
    {
        FormerCpuSeconds += ProcessFigures.Of(ProcessId).CpuSeconds;
        await _process!.Kill();
        _process.Dispose();
    }

    /// <summary>The one-time code that a start with --empty prints, once it has been printed.</summary>
    public async Task<string> SetupCode(CancellationToken cancellation)
    {
        for (var began = Clock.Now; Clock.Seconds(began) < 10; await Clock.Wait(0.02, cancellation))
        {
            if (Code().Match(Output) is { Success: true } found)
                return found.Groups[1].Value;
        }
        throw new RefusedException($"The server printed no set-up code:\n{Output}");
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"setup\?code=(\S+)")]
    private static partial Regex Code();
}
