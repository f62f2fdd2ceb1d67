using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// The one thread that writes: it takes all that waits, executes it in one transaction, commits once, and only then answers, in order.
/// While a commit waits for the disk the next group gathers by itself.
/// </summary>
internal sealed partial class JournalWriter(
    WriteQueue queue, WriteSession session, ReadPool readers, GrowthSignal growth, SqliteJournalOptions options, ILogger logger)
{
    private List<WriteOperation> _group = [];

    /// <summary>Runs until the queue is closed and empty.</summary>
    public void Run()
    {
        try
        {
            while (queue.WaitForWork())
            {
                Gather();
                if (_group.Count > 0) Serve();
                FoldLog();
            }
        }
        catch (Exception defect)
        {
            // A host loop: without this thread nothing is ever written, so everyone must learn it.
            LogStopped(defect);
            queue.Close();
            do Answers.Fail(TakeGroup(), () => new JournalUnavailableException("The journal's writer has stopped.", defect));
            while (Gather());
        }
    }

    private bool Gather()
    {
        var (entries, bytes) = (0, 0L);
        while (entries < options.MaxBatchEntries && bytes < options.MaxBatchBytes && queue.TryTake(out var operation))
        {
            if (operation.Cancellation.IsCancellationRequested)
            {
                var cancelled = operation.Cancellation;
                Answers.Fail([operation], () => new OperationCanceledException(cancelled));
                continue;
            }
            entries += operation.Entries;
            bytes += operation.Bytes;
            _group.Add(operation);
        }
        return _group.Count > 0;
    }

    private void Serve()
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            session.Begin();
            foreach (var operation in _group) operation.Execute(session);
            session.Commit();
        }
        catch (SqliteException failure)
        {
            RollBack(failure);
            return;
        }
        JournalMetrics.GroupDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        JournalMetrics.GroupSize.Record(_group.Count);
        JournalMetrics.Entries.Add(session.Entries.Position - growth.Position);
        growth.Advance(session.Entries.Position);
        Answers.Complete(TakeGroup());
    }

    private void RollBack(SqliteException failure)
    {
        JournalMetrics.Failures.Add(1);
        LogGroupFailed(failure, _group.Count);
        session.RollBack();
        // Refusals fail like the rest: they may have been decided by looking at what is now undone.
        Answers.Fail(TakeGroup(), failure.Translate);
    }

    private List<WriteOperation> TakeGroup()
    {
        var group = _group;
        _group = new(group.Count);
        return group;
    }

    private void FoldLog()
    {
        try
        {
            session.FoldLog(readers);
        }
        catch (SqliteException failure)
        {
            // Nothing is lost: the log stays and the next round tries again.
            LogFoldFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "A group of {Operations} writes was rolled back; all of its callers were told")]
    private partial void LogGroupFailed(SqliteException failure, int operations);

    [LoggerMessage(LogLevel.Warning, "The write-ahead log could not be folded into the file")]
    private partial void LogFoldFailed(SqliteException failure);

    [LoggerMessage(LogLevel.Critical, "The journal's writer has stopped; every write fails from now on")]
    private partial void LogStopped(Exception defect);
}
