namespace Grainline.Integrations.Commands;

/// <summary>What lanes say to whoever reads records for them. May be called from any thread; none of it waits or throws.</summary>
internal interface ICommandSource
{
    /// <summary>Everything of the partition below <paramref name="next"/> is done with: after a restart reading goes on there.</summary>
    void Store(PartitionId partition, long next);

    /// <summary>Nothing more of the partition for now.</summary>
    void Pause(PartitionId partition);

    void Resume(PartitionId partition);
}
