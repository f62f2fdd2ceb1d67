using System.Collections.Immutable;
using Orleans;

namespace Grainline.Conversations;

/// <summary>The list of a tenant's conversations: a read model over the journal, at most a second behind. Any silo answers, beside the conversations and never through them.</summary>
[Alias("IConversationDirectoryGrain")]
public interface IConversationDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>One page, newest activity first. Only rows of the query's tenant, whatever else it asks.</summary>
    Task<ConversationListPage> List(ConversationListQuery query, CancellationToken cancellation);
}

public static class ConversationDirectoryGrains
{
    public static IConversationDirectoryGrain ConversationDirectory(this IGrainFactory grains) => grains.GetGrain<IConversationDirectoryGrain>(AnySilo.Key());
}

/// <param name="Tenant">From the caller's session, never from the request.</param>
/// <param name="Statuses">Any of these; empty for all.</param>
/// <param name="Queues">Any of these queue ids; null for all, empty for none. The door fills it for callers who may see their own queues only.</param>
/// <param name="Assignee">Only those served by this agent id; null for all.</param>
/// <param name="Participant">With <paramref name="Queues"/>: rows served by this agent are included whatever their queue. Null adds none.</param>
/// <param name="Cursor"><see cref="ConversationListPage.Next"/> of the page before; null for the first. One that cannot be read begins at the first.</param>
/// <param name="Limit">1 to 100.</param>
[GenerateSerializer, Immutable, Alias("conversation.list-query")]
public sealed record ConversationListQuery(
    string Tenant, ImmutableArray<ConversationStatus> Statuses, ImmutableArray<string>? Queues, string? Assignee, string? Participant, string? Cursor, int Limit);

/// <param name="Next">Where the next page begins; null at the end. Opaque.</param>
[GenerateSerializer, Immutable, Alias("conversation.list")]
public sealed record ConversationListPage(ImmutableArray<ConversationRow> Items, string? Next);

/// <summary>One line of the list.</summary>
/// <param name="LastText">At most 160 characters of the newest text that visitors may see too.</param>
/// <param name="LastAt">UTC.</param>
[GenerateSerializer, Immutable, Alias("conversation.row")]
public sealed record ConversationRow(
    string ConversationId, ConversationStatus Status, string Queue, string VisitorName, string? AssigneeId, string? AssigneeName, string? Subject,
    string? LastText, DateTimeOffset LastAt, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince);
