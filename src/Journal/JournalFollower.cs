using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Grainline.Journal;

/// <summary>
/// A projection: hands over all entries in the global order, in batches, from the stored checkpoint on. The checkpoint is stored after
/// a batch was handled, so after a crash or a failure <b>the same entries come again</b>, possibly cut into other batches: handling must be
/// idempotent, for instance by ignoring positions that its own storage already knows.
/// </summary>
/// <remarks>
/// One batch is in progress at a time. After a failure entries come one by one until the bad one is past, so that those before it are not
/// handled over and over. To rebuild a projection, empty its storage and store checkpoint 0 while the host is down.
/// One process at a time runs a projection of a given name: the others wait for their turn.
/// </remarks>
public abstract partial class JournalFollower(
    IJournal journal, ICheckpointStore checkpoints, IFollowerTurns turns, TimeProvider time, ILogger logger, JournalFollowerOptions? options = null)
    : BackgroundService
{
    private readonly JournalFollowerOptions _options = options ?? new JournalFollowerOptions();
    private readonly GrowthSignal _handled = new();

    /// <summary>The last position that was handled; 0 before the first.</summary>
    public long Position => _handled.Position;

    /// <summary>The name of the checkpoint; renaming it rebuilds the projection.</summary>
    protected abstract string Projection { get; }

    /// <summary>Completes when the entry at <paramref name="position"/> has been handled and its checkpoint stored.</summary>
    public Task WaitUntilHandledAsync(long position, CancellationToken cancellationToken = default) =>
        _handled.WaitAsync(position - 1, cancellationToken);

    /// <summary>Handles entries in rising order of position. Throwing has the same entries handed over again, after a pause.</summary>
    protected abstract ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken);

    /// <summary>Called before the first batch and whenever another process may have run the projection meanwhile: what was remembered of its storage may be wrong.</summary>
    protected virtual void Forget()
    {
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var turn = await turns.WaitAsync(Projection, stoppingToken);
                failures = 0;
                using var mine = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, turn.Lost);
                await RunAsync(mine.Token);
                if (!stoppingToken.IsCancellationRequested) LogTurnLost(Projection, Position);
            }
            catch (Exception failure) when (failure is JournalException or OperationCanceledException)
            {
                if (stoppingToken.IsCancellationRequested) return;
                var pause = Pause(failures++);
                LogFailed(failure, Projection, Position, pause);
                if (!await DelayAsync(pause, stoppingToken)) return;
            }
        }
    }

    private async Task RunAsync(CancellationToken mine)
    {
        var (limit, failures, hasStarted) = (_options.BatchSize, 0, false);
        while (!mine.IsCancellationRequested)
        {
            try
            {
                if (!hasStarted) await StartAtCheckpointAsync(mine);
                hasStarted = true;
                var count = await FollowAsync(limit, mine);
                failures = 0;
                if (count < limit && _options.GatherDelay > TimeSpan.Zero) await Task.Delay(_options.GatherDelay, time, mine);
                limit = Math.Min(limit * 2, _options.BatchSize);
            }
            catch (OperationCanceledException) when (mine.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // A host loop: whatever the projection or its storage throws, it must not end.
                limit = 1;
                var pause = Pause(failures++);
                LogFailed(failure, Projection, Position, pause);
                if (!await DelayAsync(pause, mine)) return;
            }
        }
    }

    private async Task StartAtCheckpointAsync(CancellationToken stoppingToken)
    {
        Forget();
        _handled.Advance(await checkpoints.ReadAsync(Projection, stoppingToken));
        // After a journal was restored from an older backup, say: new entries would be taken for known ones.
        if (Position > journal.CommittedPosition) LogAhead(Projection, Position, journal.CommittedPosition);
    }

    private async Task<int> FollowAsync(int limit, CancellationToken stoppingToken)
    {
        await journal.WaitForGrowthAsync(Position, stoppingToken);
        var batch = await journal.ReadAllAsync(Position, limit, stoppingToken);
        if (batch.Count == 0) return 0;
        await HandleAsync(batch, stoppingToken);
        await checkpoints.WriteAsync(Projection, batch[^1].Position, stoppingToken);
        _handled.Advance(batch[^1].Position);
        return batch.Count;
    }

    private TimeSpan Pause(int failures)
    {
        var doubled = _options.FirstRetry * Math.Pow(2, Math.Min(failures, 30));
        return doubled < _options.LongestRetry ? doubled : _options.LongestRetry;
    }

    private async Task<bool> DelayAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }

    [LoggerMessage(LogLevel.Error, "Projection {Projection} has handled position {Position}, but the journal ends at {End}: rebuild the projection")]
    private partial void LogAhead(string projection, long position, long end);

    [LoggerMessage(LogLevel.Warning, "Projection {Projection} has lost its turn after position {Position} and waits for the next")]
    private partial void LogTurnLost(string projection, long position);

    [LoggerMessage(LogLevel.Error, "Projection {Projection} failed after position {Position}; next attempt in {Pause}")]
    private partial void LogFailed(Exception failure, string projection, long position, TimeSpan pause);
}
