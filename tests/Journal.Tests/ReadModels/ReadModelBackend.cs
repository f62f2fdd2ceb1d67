using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>What a contract test needs of an implementation of the read models: fresh, empty ones, and a way to open them again as a later process would.</summary>
public abstract class ReadModelBackend : IDisposable
{
    public abstract ITicketRows Tickets { get; }

    public abstract IConversationRows Conversations { get; }

    public abstract ISearchRows Search { get; }

    public abstract void Reopen();

    public abstract void Dispose();
}
