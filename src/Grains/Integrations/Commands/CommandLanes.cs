using Microsoft.Extensions.Options;

namespace Grainline.Integrations.Commands;

/// <summary>The lanes of the partitions that this process reads. Used by the one thread that reads.</summary>
internal sealed class CommandLanes(CommandHandler handler, IOptions<KafkaOptions> options, TimeProvider time)
{
    private readonly Dictionary<PartitionId, CommandLane> _lanes = [];

    public IReadOnlyCollection<PartitionId> Partitions => _lanes.Keys;

    public void Take(IncomingRecord record, ICommandSource source)
    {
        if (!_lanes.TryGetValue(record.From, out var lane))
            _lanes.Add(record.From, lane = new(record.From, handler, source, options.Value.LaneCapacity));
        lane.Add(record);
    }

    /// <summary>Completes when the partitions may be given to another process: within <see cref="KafkaOptions.RevokePatience"/>.</summary>
    public Task Leave(IEnumerable<PartitionId> partitions) => Task.WhenAll(Remove(partitions).Select(lane => lane.Leave(options.Value.RevokePatience, time)));

    /// <summary>Another process has them already.</summary>
    public void Abandon(IEnumerable<PartitionId> partitions) => Remove(partitions).ForEach(lane => lane.Abandon());

    private List<CommandLane> Remove(IEnumerable<PartitionId> partitions)
    {
        var removed = new List<CommandLane>();
        foreach (var partition in partitions.ToList())
        {
            if (_lanes.Remove(partition, out var lane))
                removed.Add(lane);
        }

        return removed;
    }
}
