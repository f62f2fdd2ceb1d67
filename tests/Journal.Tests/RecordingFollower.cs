using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Journal.Tests;

/// <summary>Writes down what it is handed; <see cref="Before"/> may throw instead.</summary>
public sealed class RecordingFollower(IJournal journal, ICheckpointStore checkpoints, IFollowerTurns? turns = null) : JournalFollower(
    journal, checkpoints, turns ?? new OnlyFollowerTurns(), TimeProvider.System, NullLogger.Instance,
    new JournalFollowerOptions { BatchSize = 4, GatherDelay = TimeSpan.Zero, FirstRetry = TimeSpan.FromMilliseconds(1), LongestRetry = TimeSpan.FromMilliseconds(2) })
{
    public List<IReadOnlyList<JournalEntry>> Batches { get; } = [];

    public Action<IReadOnlyList<JournalEntry>> Before { get; init; } = _ => { };

    public IEnumerable<long> Positions => Batches.SelectMany(batch => batch).Select(entry => entry.Position);

    protected override string Projection => "recording";

    protected override ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        Before(batch);
        Batches.Add(batch);
        return ValueTask.CompletedTask;
    }
}
