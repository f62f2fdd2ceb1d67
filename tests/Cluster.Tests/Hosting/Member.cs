using System.Net;
using Grainline.Load.Figures;
using Grainline.Testing;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>A silo or a gateway: a process of its own that may be killed, stopped, replaced and put to sleep. A replacement takes the same ports.</summary>
internal sealed class Member(string name, string program, int port, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private const double StartPatience = 120, StopPatience = 90;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly List<string> _former = [];
    private ChildProcess? _process;
    private bool _asleep;

    public string Name => name;

    public int Port => port;

    public bool IsRunning => _process is { HasExited: false } && !_asleep;

    /// <summary>Newest lines of it and of those before it.</summary>
    public string Output => string.Join('\n', [.. _former, _process?.Output ?? ""]);

    /// <summary>Completes when it says that it is ready.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        Launch();
        for (var began = Clock.Now; !await IsReady(cancellation); await Clock.Wait(0.05, cancellation))
        {
            if (_process!.HasExited)
                throw new ProgramFailedException($"{name} ended with {_process.ExitCode} instead of starting:\n{_process.Output}");
            if (Clock.Seconds(began) > StartPatience)
                throw new ProgramFailedException($"{name} was not ready after {StartPatience} s:\n{_process.Output}");
        }
    }

    public Task Kill() => _process!.Kill();

    /// <summary>SIGTERM, as an orchestrator sends it.</summary>
    /// <exception cref="ProgramFailedException">It did not end in time, or not with 0.</exception>
    public async Task Stop(CancellationToken cancellation)
    {
        await Signal("TERM");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(StopPatience));
        try
        {
            if (await _process!.Exit(patience.Token) is not 0 and var code)
                throw new ProgramFailedException($"{name} ended with {code}:\n{_process.Output}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ProgramFailedException($"{name} had not ended {StopPatience} s after SIGTERM:\n{_process!.Output}");
        }
    }

    /// <summary>The machine stops giving it time; its sockets stay open.</summary>
    public Task Sleep()
    {
        _asleep = true;
        return Signal("STOP");
    }

    public Task Wake()
    {
        _asleep = false;
        return Signal("CONT");
    }

    /// <summary>Completes when it has ended by itself, or after the time.</summary>
    public async Task<bool> EndsWithin(double seconds, CancellationToken cancellation)
    {
        for (var began = Clock.Now; !_process!.HasExited && Clock.Seconds(began) < seconds; await Clock.Wait(0.1, cancellation))
        {
        }
        return _process.HasExited;
    }

    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.GetAsync($"http://{IPAddress.Loopback}:{port}/health/ready", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Launch()
    {
        if (_process is not null)
        {
            _former.Add($"{_process.Output}\n---- {name}: the next process ----");
            _process.Dispose();
        }
        _asleep = false;
        _process = new(program, null, [], environment);
    }

    private Task Signal(string signal) => ChildProcess.Run(["kill", $"-{signal}", $"{_process!.Id}"], CancellationToken.None);
}
