using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Grainline.Load.Figures;

/// <summary>
/// Watches the garbage collector of a .NET process from outside, over its diagnostic port: a few events for each collection and nothing else. A process
/// that was killed is found again under its next id.
/// </summary>
/// <param name="pid">Of the process now.</param>
internal sealed class PauseWatch(Func<int?> pid) : IDisposable
{
    private const int BufferMegabytes = 4;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly ManualResetEventSlim _stop = new();
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EventPipeSession? _session;
    private Task _following = Task.CompletedTask;

    public PauseLog Log { get; } = new();

    /// <summary>It could be watched at least once. False for a process of another user or in another container.</summary>
    public bool IsAttached => _attached.Task.IsCompleted;

    public async Task Start()
    {
        _following = Task.Factory.StartNew(Follow, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(_attached.Task, Clock.Wait(2));
    }

    /// <summary>Completes when every event has arrived.</summary>
    public async Task Stop()
    {
        _stop.Set();
        End(Volatile.Read(ref _session));
        await _following;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _session?.Dispose();
    }

    private static void End(EventPipeSession? session)
    {
        try
        {
            session?.Stop();
        }
        catch (Exception e) when (e is DiagnosticsClientException or IOException)
        {
            // The process ended before it could be asked, and its stream with it.
            return;
        }
    }

    private void Follow()
    {
        while (!_stop.IsSet)
        {
            if (Open() is { } session)
                Read(session);
            _stop.Wait(BetweenTries);
        }
    }

    private EventPipeSession? Open()
    {
        if (pid() is not { } now)
            return null;
        try
        {
            var provider = new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)ClrTraceEventParser.Keywords.GC);
            return new DiagnosticsClient(now).StartEventPipeSession(provider, requestRundown: false, BufferMegabytes);
        }
        catch (Exception e) when (e is DiagnosticsClientException or IOException or UnauthorizedAccessException)
        {
            // Not up yet, gone again, or not ours: the next try says whether that has changed.
            return null;
        }
    }

    private void Read(EventPipeSession session)
    {
        // Events count from the moment at which the session was opened, which was just now.
        var began = Clock.Now;
        _session?.Dispose();
        Volatile.Write(ref _session, session);
        _attached.TrySetResult();
        // Whoever asked to stop while it was being opened has not found it.
        if (_stop.IsSet)
            End(session);
        try
        {
            using var source = new EventPipeEventSource(session.EventStream);
            source.Clr.GCSuspendEEStart += stopped => Log.Stopped(
                At(stopped), stopped.Reason is GCSuspendEEReason.SuspendForGC or GCSuspendEEReason.SuspendForGCPrep);
            source.Clr.GCRestartEEStop += resumed => Log.Resumed(At(resumed));
            source.Process();
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            // The process was killed: its stream breaks off wherever it was.
            Log.Ended();
        }

        long At(TraceEvent happened) => began + (long)(happened.TimeStampRelativeMSec * 1e6);
    }
}
