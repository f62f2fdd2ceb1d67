using Orleans;

namespace Grainline.Deadlines;

public enum DeadlineTargetKind
{
    Conversation,
    Agent,
    Ticket,
    TicketSaga,
    BulkRun,
    Attachment,
}

/// <summary>A durable due time. A target has one deadline of each name: setting it again replaces the former.</summary>
/// <param name="Kind">Which kind of grain is called.</param>
/// <param name="Key">That grain's key.</param>
/// <param name="Name">Which of its clocks.</param>
/// <param name="Token">Handed back at firing.</param>
/// <param name="DueAt">UTC; fires within a second after it while the cluster runs, and at once after a start if it passed meanwhile.</param>
[GenerateSerializer, Immutable, Alias("deadline")]
public sealed record Deadline(DeadlineTargetKind Kind, string Key, string Name, string Token, DateTimeOffset DueAt);

/// <summary>One of a fixed number of shards that hold durable due times; targets are spread by hash.</summary>
[Alias("IDeadlineShardGrain")]
public interface IDeadlineShardGrain : IGrainWithIntegerKey
{
    Task Set(Deadline deadline);

    Task Cancel(DeadlineTargetKind kind, string key, string name);

    /// <summary>Activates the shard, so that its clocks run; each silo's waker calls it.</summary>
    Task Wake();

    /// <summary>How many deadlines are armed.</summary>
    Task<int> Count();
}

public static class DeadlineGrains
{
    /// <summary>Number of shards. Changing it orphans armed deadlines, so it is a constant of the schema, not an option.</summary>
    public const int Shards = 16;

    public static IDeadlineShardGrain DeadlineShard(this IGrainFactory grains, int shard) => grains.GetGrain<IDeadlineShardGrain>(shard);

    /// <summary>The shard that holds a target's clocks: FNV-1a over the key, the same on every machine and in every version.</summary>
    public static IDeadlineShardGrain DeadlinesOf(this IGrainFactory grains, string targetKey)
    {
        var hash = 2166136261u;
        foreach (var c in targetKey)
            hash = unchecked((hash ^ c) * 16777619u);
        return grains.DeadlineShard((int)(hash % Shards));
    }
}
