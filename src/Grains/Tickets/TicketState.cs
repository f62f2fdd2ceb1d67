using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Routing;

namespace Grainline.Tickets;

/// <summary>A ticket without its words: what decisions and views need.</summary>
internal sealed record TicketState : IEventSourced<TicketState, TicketEvent>
{
    public static TicketState Initial { get; } = new();

    public bool Exists { get; init; }

    public long Version { get; init; }

    public long Number { get; init; }

    public string Subject { get; init; } = "";

    public string Team { get; init; } = "";

    public AgentSummary? Assignee { get; init; }

    public TicketRequester? Requester { get; init; }

    public Priority Priority { get; init; }

    public string State { get; init; } = "";

    public StateCategory Category { get; init; }

    /// <summary>Since when it is in its state: transitions by time count from here.</summary>
    public DateTimeOffset StateSince { get; init; }

    public DefinitionRef Lifecycle { get; init; } = new("", 0);

    public DefinitionRef Form { get; init; } = new("", 0);

    public JsonText Fields { get; init; } = JsonText.EmptyObject;

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<AgentSummary> Watchers { get; init; } = [];

    public ImmutableArray<TicketLinkView> Links { get; init; } = [];

    public ImmutableArray<SlaClockView> Sla { get; init; } = [];

    public string? Conversation { get; init; }

    public string? MergedInto { get; init; }

    public TicketTransferView? Transfer { get; init; }

    /// <summary>The saga that it stands still for.</summary>
    public string? HeldBy { get; init; }

    /// <summary>What sagas have done here, newest last.</summary>
    public ImmutableArray<TicketSagaMark> Sagas { get; init; } = [];

    /// <summary>Whether staff has answered publicly.</summary>
    public bool Answered { get; init; }

    /// <summary>Seq of the last entry that staff is shown.</summary>
    public long StaffHead { get; init; }

    /// <summary>Seq of the last entry that the requester is shown.</summary>
    public long RequesterHead { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public Author CreatedBy { get; init; } = Actor.System.Author();

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? SolvedAt { get; init; }

    public TicketState Apply(TicketEvent @event, long seq, DateTimeOffset at)
    {
        // To the millisecond, as the journal keeps it: what is shown now and what is read back later are the same.
        var when = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var audience = TicketAudience.Of(@event);
        return (this with
        {
            Version = seq,
            UpdatedAt = when,
            StaffHead = audience.HasFlag(Audience.Staff) ? seq : StaffHead,
            RequesterHead = audience.HasFlag(Audience.Visitors) ? seq : RequesterHead,
        }).Fold(@event, when);
    }

    private TicketState Fold(TicketEvent @event, DateTimeOffset at) => @event switch
    {
        TicketCreated e => (this with
        {
            Exists = true,
            Number = e.Number,
            CreatedAt = at,
            CreatedBy = e.By,
            Team = e.Team,
            Subject = e.Subject,
            Priority = e.Priority,
            Lifecycle = e.Lifecycle,
            Form = e.Form,
            Fields = e.Fields,
            Requester = e.Requester,
            Conversation = e.Conversation,
            Tags = e.Tags,
            Assignee = e.Assignee,
        }).In(e.State, e.Category, at),
        TicketChanged e => this with
        {
            Subject = e.Subject ?? Subject,
            Priority = e.Priority ?? Priority,
            Form = e.Form ?? Form,
            Fields = e.Form is not null ? e.Fields ?? Fields : e.Fields is { } patch ? FieldPatch.Merge(Fields, patch) : Fields,
            Tags = [.. Tags.Except(e.TagsRemoved ?? []), .. e.TagsAdded ?? []],
            Assignee = e.Assigned is { } assigned ? assigned.Agent : Assignee,
            Watchers = [.. Watchers.Where(w => e.WatchersRemoved?.Contains(w.Id) != true), .. e.WatchersAdded ?? []],
        },
        StateMoved e => In(e.State, e.Category, at),
        CommentAdded e => this with { Answered = Answered || (e.Public && e.By.Kind == ActorKind.Agent) },
        SlaMoved e => this with { Sla = e.Clocks },
        LinkAdded e => (this with { Links = Links.Add(e.Link) }).Marked(e.Saga, TicketSagaSteps.Linked),
        LinkRemoved e => (this with { Links = Links.RemoveAll(l => l.TicketId == e.OtherTicketId) }).Marked(e.Saga, TicketSagaSteps.Unlinked),
        TicketHeld e => (this with { HeldBy = e.Saga, Transfer = e.Transfer }).Marked(e.Saga, TicketSagaSteps.Held),
        TicketReleased e => (this with { HeldBy = null, Transfer = null }).Marked(e.Saga, TicketSagaSteps.Released),
        TicketMoved e => (this with { Team = e.Team, Lifecycle = e.Lifecycle, Form = e.Form, Fields = e.Fields, Assignee = e.Assignee })
            .In(e.State, e.Category, at).Marked(e.Saga, e.Undoes ? TicketSagaSteps.MovedBack : TicketSagaSteps.Moved),
        TicketMerged e => (this with { MergedInto = e.IntoTicketId }).In(e.State, e.Category, at).Marked(e.Saga, TicketSagaSteps.Merged, m => m with { State = State, Category = Category }),
        TicketAbsorbed e => (this with { Tags = [.. Tags, .. e.TagsAdded], Watchers = [.. Watchers, .. e.WatchersAdded] })
            .Marked(e.Saga, TicketSagaSteps.Absorbed, m => m with { Tags = [.. m.Tags, .. e.TagsAdded], Watchers = [.. m.Watchers, .. e.WatchersAdded.Select(w => w.Id)], Absorbed = m.Absorbed.Add(e.TicketId) }),
        TicketSplitOff e => Marked(e.Saga, TicketSagaSteps.SplitOff),
        TicketParted e => (this with
        {
            MergedInto = null,
            Tags = [.. Tags.Except(e.TagsRemoved)],
            Watchers = [.. Watchers.Where(w => !e.WatchersRemoved.Contains(w.Id))],
        }).In(e.State, e.Category, at).Marked(e.Saga, TicketSagaSteps.Parted),
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    private TicketState In(string state, StateCategory category, DateTimeOffset at) => this with
    {
        State = state,
        Category = category,
        StateSince = state == State ? StateSince : at,
        SolvedAt = category is StateCategory.Solved or StateCategory.Closed ? SolvedAt ?? at : null,
    };

    private TicketState Marked(string saga, TicketSagaSteps step, Func<TicketSagaMark, TicketSagaMark>? more = null) =>
        this with { Sagas = TicketSagaMark.Add(Sagas, saga, step, more) };
}
