using System.Text.Json;
using Grainline.Load.Figures;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>Keeps one participant connected: dials, resumes, waits for the end, comes back after a growing pause with jitter.</summary>
internal abstract class Link(Dialer dialer, string pathAndQuery, Random jitter)
{
    private HubSocket? _socket;
    private TaskCompletionSource _back = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _stopped;

    /// <summary>Connected, and everything that was missed has been caught up on.</summary>
    public bool IsUp { get; private set; }

    public int Connections { get; private set; }

    /// <summary>Completes when the link is up the next time.</summary>
    public Task NextReturn => Volatile.Read(ref _back).Task;

    /// <summary>Opens the first connection; a failure is the caller's.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        var socket = await Open(cancellation);
        _ = Keep(socket, cancellation);
    }

    public void Ping()
    {
        if (IsUp)
            _socket?.Ping();
    }

    /// <summary>Cuts the connection; it comes back by itself.</summary>
    public void Cut() => _socket?.Abort();

    public void Stop()
    {
        _stopped = true;
        _socket?.Abort();
    }

    /// <summary>Calls over the present connection; a temporary refusal is repeated.</summary>
    public Task<JsonElement> Ask(JsonEncodedText method, object argument, TalkCounts counts, CancellationToken cancellation) =>
        Patience.Invoke(Current, method, argument, counts, cancellation);

    /// <summary>The present or the last connection.</summary>
    protected HubSocket Current => _socket ?? throw new InvalidOperationException("The link was never started.");

    protected abstract HubSocket Create();

    /// <summary>Catches up on a connection that has just been opened.</summary>
    protected abstract Task Resume(HubSocket socket, CancellationToken cancellation);

    private async Task<HubSocket> Open(CancellationToken cancellation)
    {
        var socket = _socket = Create();
        await socket.Open(dialer, pathAndQuery, cancellation);
        Connections++;
        await Resume(socket, cancellation);
        IsUp = true;
        Interlocked.Exchange(ref _back, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return socket;
    }

    private async Task Keep(HubSocket socket, CancellationToken cancellation)
    {
        var pause = 0.05;
        while (!_stopped)
        {
            await _socket!.Ended;
            IsUp = false;
            if (_stopped)
                return;
            try
            {
                await Clock.Wait(pause * (0.5 + jitter.NextDouble()), cancellation);
                socket = await Open(cancellation);
                pause = 0.05;
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or TimeoutException or HubCallException { IsTemporary: true })
            {
                // Not back yet: the next try says whether it is.
                _socket!.Abort();
                pause = Math.Min(1, pause * 2);
            }
        }
    }
}
