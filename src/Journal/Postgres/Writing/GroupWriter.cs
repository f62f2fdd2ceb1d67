using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Grainline.Journal.Postgres.Writing;

/// <summary>
/// One writer: it takes all that waits, sends it as one transaction, and only after the commit answers. While that is under way the next group gathers by itself. All writes of a stream pass through the same writer.
/// </summary>
internal sealed partial class GroupWriter(NpgsqlDataSource source, PostgresOptions options, TimeProvider time, Action<long> committed, ILogger logger)
{
    private readonly Channel<PendingWrite> _line = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(Math.Max(1, options.QueueCapacity / options.Writers)) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    // Taken from the line, but to be decided after the group that was sent first.
    private readonly List<PendingWrite> _later = [];
    private readonly UnknownOutcomes _unknown = new();

    /// <exception cref="JournalFullException">There was no room for the whole of the patience.</exception>
    /// <exception cref="JournalUnavailableException">The journal is closing.</exception>
    public ValueTask<TResult> EnqueueAsync<TResult>(PendingWrite<TResult> write)
    {
        if (!_line.Writer.TryWrite(write)) return EnqueueWhenRoomAsync(write);
        JournalMetrics.Waiting.Add(1);
        return new(write.Outcome);
    }

    /// <summary>No further write is taken in; those in line are still served, then <see cref="RunAsync"/> ends.</summary>
    public void Close() => _line.Writer.TryComplete();

    public async Task RunAsync()
    {
        await using var connection = new WriterConnection(source, options, time);
        try
        {
            while (_later.Count > 0 || await _line.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                if (Gather() is { IsEmpty: false } group) await ServeAsync(connection, group).ConfigureAwait(false);
            }
        }
        catch (Exception defect)
        {
            // A host loop: without it nothing is ever written, so everyone must learn it.
            LogStopped(defect);
            Close();
            foreach (var write in _later) write.Fail(new JournalUnavailableException("The journal's writer has stopped.", defect));
            while (_line.Reader.TryRead(out var write)) write.Fail(new JournalUnavailableException("The journal's writer has stopped.", defect));
        }
    }

    private async ValueTask<TResult> EnqueueWhenRoomAsync<TResult>(PendingWrite<TResult> write)
    {
        using var patience = new CancellationTokenSource(options.QueueTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, write.Cancellation);
        try
        {
            await _line.Writer.WriteAsync(write, either.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new JournalUnavailableException("The journal is closed or closing.", closed);
        }
        catch (OperationCanceledException) when (!write.Cancellation.IsCancellationRequested)
        {
            throw new JournalFullException($"{options.QueueCapacity} writes are waiting and none was finished within {options.QueueTimeout}.");
        }
        JournalMetrics.Waiting.Add(1);
        return await write.Outcome.ConfigureAwait(false);
    }

    private WriteGroup Gather()
    {
        var group = new WriteGroup(options.MaxBatchEntries, options.MaxBatchBytes);
        var waiting = _later.ToArray();
        _later.Clear();
        foreach (var write in waiting) Place(write, group);
        // What cannot join is kept aside, but not without end: the line must stay a bounded one.
        while (!group.IsFull && _later.Count < options.MaxBatchEntries && _line.Reader.TryRead(out var write))
        {
            JournalMetrics.Waiting.Add(-1);
            Place(write, group);
        }
        return group;
    }

    private void Place(PendingWrite write, WriteGroup group)
    {
        if (write.Cancellation.IsCancellationRequested) write.Fail(new OperationCanceledException(write.Cancellation));
        else if (write is PendingAppend append && _unknown.Concerns(append))
            append.Fail(new JournalUnavailableException($"Nobody knows whether an earlier append to '{append.Stream}' was committed: open the stream again."));
        else if (!group.TryAdd(write)) _later.Add(write);
    }

    private async Task ServeAsync(WriterConnection connection, WriteGroup group)
    {
        var isSent = false;
        try
        {
            var open = await connection.GetAsync().ConfigureAwait(false);
            isSent = true;
            await new GroupExecution(open, group, committed).RunAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // A host loop: whatever ends a group, a defect of ours too, ends this group alone. Its streams' later writes must not wait for a restart.
            JournalMetrics.Failures.Add(1);
            if (!PostgresFailure.IsOne(failure)) LogDefect(failure);
            else if (isSent) LogGroupFailed(failure);
            else LogUnreachable(failure);
            if (isSent && !PostgresFailure.IsRolledBack(failure))
            {
                foreach (var chain in group.Chains) _unknown.Add(chain);
            }
            // Also after a mere refusal: the server may have become another's follower.
            if (isSent) await connection.DropAsync().ConfigureAwait(false);
            // Those that are already decided keep their outcome.
            foreach (var write in group.Writes) write.Fail(PostgresFailure.Translate(failure));
        }
    }

    [LoggerMessage(LogLevel.Error, "A group of writes failed; all of its callers were told")]
    private partial void LogGroupFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be reached; the writes that waited for it were told")]
    private partial void LogUnreachable(Exception failure);

    [LoggerMessage(LogLevel.Critical, "A group of writes met a defect; all of its callers were told, and the writer goes on with a new connection")]
    private partial void LogDefect(Exception defect);

    [LoggerMessage(LogLevel.Critical, "The journal's writer has stopped; every write of its streams fails from now on")]
    private partial void LogStopped(Exception defect);
}
