using System.Collections.Immutable;
using Grainline.Balancing;
using Grainline.Ids;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Conversations;

/// <summary>
/// Reentrant: each call decides in one turn and then waits for its commit, so many posts share one group commit. What takes several turns enters <c>_gate</c>.
/// This file: opening, messages, reading, listening. Serving and routing are in <c>ConversationGrain.Assigning</c>, <c>.Serving</c> and <c>.Queueing</c>.
/// </summary>
[Reentrant]
internal sealed partial class ConversationGrain(
    GrainJournal<ConversationEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<ConversationState>> snapshot,
    GatewayLinks links,
    IIdSource ids,
    IOptions<ConversationOptions> options)
    : JournaledGrain<ConversationState, ConversationEvent>(journal, snapshot), IConversationGrain, IGrainMigrationParticipant, IMovable
{
    private readonly ConversationOptions _options = options.Value;
    private readonly RecentEntries _recent = new(options.Value.RecentEntries);
    private readonly RecentIds _ids = new(options.Value.RecentIds);
    private readonly ReadMarks _marks = new();
    private readonly StepGate _gate = new();
    private readonly Listeners _listeners = new(links, journal.Time);
    private ConversationKey _key;
    private IGrainTimer? _marksTimer;
    private HeadEcho? _echo;

    protected override string Kind => "conversation";

    protected override async Task OnRestored(CancellationToken cancellationToken)
    {
        _key = ConversationKey.Parse(Key);
        _echo = new HeadEcho(this, _options.HeadEcho, () => _listeners.Tell(new HeadPush(Key, Durable.VisitorHead, Durable.StaffHead)));
        if (_marks.Restore(State))
            ArmMarks();
        var from = Math.Max(0, Head - _options.RecentEntries);
        _recent.StartAfter(from);
        if (from > 0)
            _ids.MarkIncomplete();
        foreach (var (entry, @event) in Head == 0 ? [] : await ReadStream(from, _options.RecentEntries))
        {
            Remember(entry.Seq, @event, entry.At);
            if (@event is MessagePosted posted)
                _ids.Add(posted.ClientMessageId, Task.FromResult(new Stamp(entry.Seq, entry.At)));
        }

        _listeners.Adopt(Key);
        await JoinLine();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _listeners.Park();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        _listeners.Pack(dehydrationContext);
        _marks.Pack(dehydrationContext);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        _listeners.Unpack(rehydrationContext);
        _marks.Unpack(rehydrationContext);
    }

    public async Task<Outcome<ConversationView>> Open(OpenConversation command)
    {
        if (!State.Exists)
        {
            await ArmQueueClock();
            if (!State.Exists)
            {
                await Commit(
                    new ConversationOpened(command.Visitor, command.Queue, command.Subject, command.Language, command.Attributes, command.Channel, command.Topic, command.PastAgents),
                    new ConversationQueued(command.Queue, QueuedBecause.Opened, new(ActorKind.Visitor, command.Visitor.Id, command.Visitor.Name)));
                await JoinLine();
            }
        }

        await Settled();
        return Durable.Visitor.Id == command.Visitor.Id
            ? ViewFor(Audience.Visitors)
            : ConversationRules.NotFound;
    }

    public Task<Outcome<Posted>> Post(PostMessage command) =>
        command.Attachments is { IsDefaultOrEmpty: false } ? PostFiles(command) : Post(command, NoFiles);

    private async Task<Outcome<Posted>> Post(PostMessage command, Outcome<ImmutableArray<AttachmentView>> files)
    {
        if (ConversationRules.MaySee(State, command.Author) is { } unseen)
            return unseen;
        if (_ids.Find(command.ClientMessageId) is null && _ids.MayHaveForgotten(command.ClientMessageId) && await FindClientId(command.ClientMessageId) is { } seq)
            _ids.Add(command.ClientMessageId, Task.FromResult(await StampOf(seq)));

        // Here, because it may have to be waited for, and from the look at what is known below to the commit it is one turn.
        var id = _ids.Find(command.ClientMessageId) is null ? await ids.NextAsync() : default;

        // Before the commit that needs it: cut off in between, nobody would remember that it waits.
        if (_ids.Find(command.ClientMessageId) is null && Reopens(command))
            await ArmQueueClock();

        // What was said stays said, whatever has become of the conversation since.
        if (_ids.Find(command.ClientMessageId) is { } known)
        {
            var first = await known;
            return new Posted(first.Seq, first.At, Duplicate: true);
        }

        if ((files.Refusal ?? ConversationRules.MayPost(State, command)) is { } refusal)
        {
            // What refuses may still be on its way to the disk: a no for good needs a reason that lasts.
            await Settled();
            return refusal;
        }

        var author = command.Author.Author();
        var reopens = Reopens(command);
        var posted = Said(command, author, files.Value, id.ToString());
        var commit = reopens ? Commit(posted, new ConversationQueued(State.Queue, QueuedBecause.Reopened, author))
            : _marks.Unwritten ? Commit(posted, _marks.Take())
            : Commit(posted);
        _ids.Add(command.ClientMessageId, commit);
        var stamp = await commit;
        _ids.Landed(command.ClientMessageId, stamp);
        if (reopens)
            await JoinLine();
        return new Posted(stamp.Seq, stamp.At, Duplicate: false);
    }

    private bool Reopens(PostMessage command) => State.Status == ConversationStatus.Resolved && command.Author.Kind == ActorKind.Visitor;

    public async Task<Outcome<MessagePage>> Sync(SyncMessages query)
    {
        if (await MaySee(query.Reader) is { } refusal)
            return refusal;
        var limit = Math.Clamp(query.Limit, 1, Limits.PageSize);
        var after = Math.Max(0, query.After);
        var messages = _recent.Covers(after) ? _recent.Page(query.Reader, after, limit) : await ReadPage(query.Reader, after, limit);
        var view = ViewFor(AudienceOf(query.Reader));
        return new MessagePage(messages, view.Head, view);
    }

    public async Task<Outcome<ConversationView>> View(Actor reader) =>
        await MaySee(reader) is { } refusal ? refusal : ViewFor(AudienceOf(reader));

    public Task Typing(ShowTyping command)
    {
        if (ConversationRules.MayWrite(State, command.Author, MessageKind.Text) is not null)
            return Task.CompletedTask;
        var author = command.Author.Author();
        if (command.Author.Kind != ActorKind.Visitor)
            _listeners.Tell(new TypingPush(Key, new(_key.Id, author, null), Audience.Visitors));
        _listeners.Tell(new TypingPush(Key, new(_key.Id, author, command.Preview), Audience.Staff));
        return Task.CompletedTask;
    }

    public Task<Outcome<Done>> Read(MarkRead command)
    {
        if (ConversationRules.MaySee(Durable, command.Reader) is { } refusal)
            return Task.FromResult<Outcome<Done>>(refusal);
        var visitor = command.Reader.Kind == ActorKind.Visitor;
        var seq = Math.Min(command.Seq, visitor ? Durable.VisitorHead : Durable.StaffHead);

        // Somebody who only watches does not read on the agent's behalf.
        if ((visitor || Durable.Assignee?.Id == command.Reader.Id) && _marks.Advance(command.Reader.Kind, seq))
        {
            _listeners.Tell(new ReceiptPush(Key, new(_key.Id, command.Reader.Kind, seq), Audience.Everyone));
            ArmMarks();
        }

        return Task.FromResult<Outcome<Done>>(default(Done));
    }

    public async Task<Outcome<ConversationView>> Subscribe(Subscription subscription, Actor reader)
    {
        if (await MaySee(reader) is { } refusal)
            return refusal;
        _listeners.Add(subscription);
        return ViewFor(AudienceOf(reader));
    }

    public Task<string?> LastServedBy() => Task.FromResult(Durable.LastAgent);

    public Task Unsubscribe(string gateway)
    {
        _listeners.Remove(gateway);
        return Task.CompletedTask;
    }

    protected override void Tell(in Step<ConversationState, ConversationEvent> step)
    {
        var (message, audience) = Remember(step.Seq, step.Event, step.At);
        if (audience != Audience.Nobody)
            _listeners.Tell(new MessagePush(Key, message with { Prev = step.Before.StaffHead }, audience, step.Before.VisitorHead));
        if (step.Event is not (MessagePosted or ReadMarked))
            TellView();
        _echo?.Arm();
    }

    private (MessageView Message, Audience Audience) Remember(long seq, ConversationEvent @event, DateTimeOffset at)
    {
        var message = ConversationViews.Message(_key, @event, seq, at);
        var audience = ConversationAudience.Of(@event);
        if (audience != Audience.Nobody)
            _recent.Add(message, audience);
        return (message, audience);
    }

    private void TellView()
    {
        if (_listeners.Any)
            _listeners.Tell(new ConversationPush(Key, ViewFor(Audience.Visitors), ViewFor(Audience.Staff)));
    }

    /// <summary>An agent hears of an offer, and of its new conversation, before the commit here that says so: a no is said only once nothing is under way.</summary>
    private async Task<Refusal?> MaySee(Actor reader)
    {
        var refusal = ConversationRules.MaySee(Durable, reader);
        if (refusal is null || !reader.IsStaff || !State.Exists)
            return refusal;
        using (await _gate.Enter())
            refusal = ConversationRules.MaySee(Durable, reader);
        return refusal is null || await HoldsOffer(reader.Id) ? null : refusal;
    }

    private async Task<bool> HoldsOffer(string agentId, string? offerId = null) =>
        (await Agent(agentId).Inbox()).Value?.Offers.Any(o => o.Conversation.ConversationId == _key.Id && (offerId ?? o.OfferId) == o.OfferId) == true;

    private ConversationView ViewFor(Audience audience) => _marks.On(Durable.View(_key, audience, _position, _etaSeconds, _opensAt));

    private static Audience AudienceOf(Actor reader) => reader.Kind == ActorKind.Visitor ? Audience.Visitors : Audience.Staff;

    private async Task<ImmutableArray<MessageView>> ReadPage(Actor reader, long after, int limit)
    {
        var found = new List<MessageView>();
        for (var at = after; found.Count < limit;)
        {
            var page = await ReadStream(at, 2 * Limits.PageSize);
            if (page.Count == 0)
                break;
            at = page[^1].Entry.Seq;
            found.AddRange(page.Where(e => ConversationAudience.Of(e.Event).Includes(reader))
                .Select(e => ConversationViews.Message(_key, e.Event, e.Entry.Seq, e.Entry.At)));
        }

        return RecentEntries.Chain(found.Take(limit), after);
    }

    private async Task<Stamp> StampOf(long seq) => (await ReadStream(seq - 1, 1)) is [var (entry, _)]
        ? new(entry.Seq, entry.At)
        : throw new InvalidDataException($"{Key} has no entry {seq}.");

    private void ArmMarks() => _marksTimer ??= this.RegisterGrainTimer(WriteMarks, new GrainTimerCreationOptions
    {
        DueTime = _options.ReadMarkDelay, Period = _options.ReadMarkDelay, Interleave = true,
    });

    private async Task WriteMarks(CancellationToken cancellationToken)
    {
        _marksTimer?.Dispose();
        _marksTimer = null;
        if (_marks.Unwritten)
            await Commit(_marks.Take());
    }
}
