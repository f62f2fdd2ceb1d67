using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Visitors;

/// <summary>One visitor of one tenant. Its turn makes "one open conversation per channel" atomic. Keyed by <see cref="VisitorKey"/>.</summary>
[Alias("IVisitorGrain")]
public interface IVisitorGrain : IGrainWithStringKey
{
    /// <summary>Creates the visitor or updates its details; idempotent.</summary>
    Task<Outcome<VisitorView>> Register(RegisterVisitor command);

    Task<Outcome<VisitorView>> View();

    /// <summary>The open conversation of the channel, or a new one. However many calls arrive at once, one conversation exists.</summary>
    Task<Outcome<ConversationView>> OpenConversation(OpenVisitorConversation command);

    /// <summary>Remembered for sticky routing; idempotent. A lost call heals: who served last is asked before the next conversation is opened.</summary>
    [OneWay]
    Task Served(ServedBy service);

    /// <summary>Newest first, at most <paramref name="limit"/> (1 to 100), those opened before <paramref name="before"/> (UTC) if given.</summary>
    Task<Outcome<ImmutableArray<VisitorConversation>>> Conversations(DateTimeOffset? before, int limit);
}
