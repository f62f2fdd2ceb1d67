using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>What a contract test needs of an implementation of the read models: fresh, empty ones, and a way to open them again as a later process would.</summary>
public abstract class ReadModelBackend : IAsyncDisposable
{
    public abstract ITicketRows Tickets { get; }

    public abstract IConversationRows Conversations { get; }

    public abstract IDecisionRows Decisions { get; }

    public abstract ISearchRows Search { get; }

    public abstract Task OpenAsync();

    public abstract Task ReopenAsync();

    public abstract ValueTask DisposeAsync();
}
