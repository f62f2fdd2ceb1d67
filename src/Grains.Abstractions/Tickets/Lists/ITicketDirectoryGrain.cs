using System.Collections.Immutable;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Tickets.Lists;

/// <summary>
/// Lists of a tenant's tickets: a read model over the journal, at most a second behind. Any silo answers, beside the tickets and never through them. Only what the reader may see, whatever is asked.
/// </summary>
[Alias("ITicketDirectoryGrain")]
public interface ITicketDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>One page.</summary>
    Task<TicketListPage> List(TicketListQuery query, CancellationToken cancellation);

    /// <summary>What has changed in a list since a position: rows that are in it now, and ids of those that are not, or no longer.</summary>
    Task<TicketChanges> Changes(TicketChangesQuery query, CancellationToken cancellation);

    /// <summary>How many tickets each filter has, at most 1,000 each ("1000" means "or more").</summary>
    Task<ImmutableArray<int>> Count(TicketReader reader, ImmutableArray<TicketFilter> filters, CancellationToken cancellation);

    /// <summary>Best match first. A query that takes longer than its budget (<c>Search:BudgetMilliseconds</c>, a minute at most) is cut and refused with <see cref="ErrorCode.SearchTooBroad"/>.</summary>
    [ResponseTimeout("00:02:00")]
    Task<Outcome<SearchPage>> Search(SearchQuery query, CancellationToken cancellation);

    /// <summary>What a person did, newest first. For those who oversee. It reads the streams of the tickets, long ones from their beginning.</summary>
    [ResponseTimeout("00:02:00")]
    Task<AuditPage> Audit(AuditQuery query, CancellationToken cancellation);
}

public static class TicketDirectoryGrains
{
    public static ITicketDirectoryGrain TicketDirectory(this IGrainFactory grains) => grains.GetGrain<ITicketDirectoryGrain>(AnySilo.Key());
}

/// <summary>Who reads. The door fills it from the session, never from the request.</summary>
/// <param name="Teams">Ids of the teams whose tickets the reader sees; null for all. Its own and those that it watches it always sees.</param>
[GenerateSerializer, Immutable, Alias("ticket.reader")]
public sealed record TicketReader(string Tenant, string AgentId, ImmutableArray<string>? Teams);

/// <summary>Which tickets. What is null or empty does not ask.</summary>
/// <param name="Assignees">Agent ids; <c>none</c> for nobody.</param>
/// <param name="Tags">All of them.</param>
/// <param name="Fields">Fields of forms by name: equal to the value.</param>
/// <param name="DueBefore">The next promise of any kind falls due before (UTC).</param>
/// <param name="Watcher">Agent id.</param>
[GenerateSerializer, Immutable, Alias("ticket.filter")]
public sealed record TicketFilter(
    ImmutableArray<StateCategory>? Categories = null, ImmutableArray<string>? States = null, ImmutableArray<string>? Teams = null, ImmutableArray<string>? Assignees = null,
    ImmutableArray<Routing.Priority>? Priorities = null, ImmutableArray<string>? Tags = null, ImmutableDictionary<string, JsonText>? Fields = null, string? Watcher = null,
    string? Requester = null, DateTimeOffset? CreatedFrom = null, DateTimeOffset? CreatedTo = null, DateTimeOffset? UpdatedFrom = null, DateTimeOffset? UpdatedTo = null,
    DateTimeOffset? DueBefore = null, bool? Breached = null);

public enum TicketOrder
{
    Updated,
    Created,

    /// <summary>What falls due first comes first; what promises nothing last.</summary>
    Due,
    Priority,
    Number,
}

/// <param name="Cursor"><see cref="TicketListPage.Next"/> of the page before; null for the first.</param>
/// <param name="Limit">1 to 200.</param>
[GenerateSerializer, Immutable, Alias("ticket.list-query")]
public sealed record TicketListQuery(TicketReader Reader, TicketFilter Filter, TicketOrder Order, bool Descending, string? Cursor, int Limit);

/// <param name="Position">Where <see cref="ITicketDirectoryGrain.Changes"/> goes on from.</param>
[GenerateSerializer, Immutable, Alias("ticket.list")]
public sealed record TicketListPage(ImmutableArray<TicketRow> Items, string? Next, long Position);

/// <param name="Since">A position from before.</param>
/// <param name="Limit">1 to 1,000 changed tickets.</param>
[GenerateSerializer, Immutable, Alias("ticket.changes-query")]
public sealed record TicketChangesQuery(TicketReader Reader, TicketFilter Filter, long Since, int Limit);

/// <param name="Changed">Now in the list, in no order.</param>
/// <param name="Gone">Ids of changed tickets that are not in it; the client may never have had them.</param>
/// <param name="Position">Ask from here next.</param>
/// <param name="More">True when the limit was reached: ask again at once.</param>
[GenerateSerializer, Immutable, Alias("ticket.changes")]
public sealed record TicketChanges(ImmutableArray<TicketRow> Changed, ImmutableArray<string> Gone, long Position, bool More);

/// <summary>One line of a list.</summary>
/// <param name="NextDue">When the first of its promises falls due (UTC); null when none runs.</param>
/// <param name="NextWarn">When it is warned of.</param>
/// <param name="Breached">Whether an unfinished promise is broken.</param>
/// <param name="LastText">At most 160 characters of the newest comment.</param>
[GenerateSerializer, Immutable, Alias("ticket.row")]
public sealed record TicketRow(
    string TicketId, long Number, long Version, string Subject, string Team, string? AssigneeId, string? AssigneeName, string? RequesterName, Routing.Priority Priority, string State,
    StateCategory Category, ImmutableArray<string> Tags, DateTimeOffset? NextDue, DateTimeOffset? NextWarn, bool Breached, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? LastText);

/// <param name="Text">Words in any script, all of which must be there; <c>"quoted words"</c> stand together; a number with or without <c>#</c> finds that ticket first. Null or empty needs a filter.</param>
/// <param name="Conversations">Whether conversations are searched too.</param>
[GenerateSerializer, Immutable, Alias("search.query")]
public sealed record SearchQuery(TicketReader Reader, ImmutableArray<string>? Queues, string? Text, TicketFilter? Filter, bool Conversations, string? Cursor, int Limit);

[GenerateSerializer, Immutable, Alias("search.page")]
public sealed record SearchPage(ImmutableArray<SearchHit> Items, string? Next);

/// <param name="Ticket">Set for a ticket.</param>
/// <param name="Conversation">Set for a conversation.</param>
/// <param name="Excerpt">Words around the match; matches stand between U+0002 and U+0003.</param>
/// <param name="Seq">Where in its timeline, if it is a comment or message.</param>
[GenerateSerializer, Immutable, Alias("search.hit")]
public sealed record SearchHit(TicketRow? Ticket, Conversations.ConversationRow? Conversation, string Excerpt, long? Seq);

/// <param name="Person">Agent or visitor id.</param>
/// <param name="From">Included (UTC).</param>
/// <param name="To">Excluded (UTC).</param>
[GenerateSerializer, Immutable, Alias("audit.query")]
public sealed record AuditQuery(string Tenant, string Person, DateTimeOffset From, DateTimeOffset To, string? Cursor, int Limit);

[GenerateSerializer, Immutable, Alias("audit.page")]
public sealed record AuditPage(ImmutableArray<AuditEntry> Items, string? Next);

[GenerateSerializer, Immutable, Alias("audit.entry")]
public sealed record AuditEntry(string TicketId, long Number, string Subject, TicketEntryView Entry);
