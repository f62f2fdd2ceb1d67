namespace Grainline.Journal.Tests;

/// <summary>What a contract test needs of an implementation: a fresh, empty journal and a way to open it again as a later process would.</summary>
public abstract class JournalBackend : IAsyncDisposable
{
    public abstract IJournal Journal { get; }

    public abstract IStateStore States { get; }

    public abstract ICheckpointStore Checkpoints { get; }

    public abstract INodeLeases Nodes { get; }

    public abstract Task OpenAsync();

    public abstract Task ReopenAsync();

    public abstract ValueTask DisposeAsync();
}
