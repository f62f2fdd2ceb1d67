using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Ids;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Tickets;

/// <summary>
/// Reentrant: a change is decided inside <c>_gate</c>, one at a time, and waits for its commit outside, so that changes of one ticket share commits too.
/// This file: changing and reading. Creation, clocks, links, sagas' steps, history and listeners are in files of their own.
/// </summary>
[Reentrant]
internal sealed partial class TicketGrain(
    GrainJournal<TicketEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<TicketState>> snapshot,
    DeskCatalog desk,
    IIdSource ids,
    GatewayLinks gateways,
    IOptions<TicketOptions> options)
    : JournaledGrain<TicketState, TicketEvent>(journal, snapshot), ITicketGrain, IGrainMigrationParticipant
{
    private readonly TicketOptions _options = options.Value;
    private readonly RecentIds _requests = new(options.Value.RecentIds);
    private readonly StepGate _gate = new();
    private TicketKey _key;

    protected override string Kind => "ticket";

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = TicketKey.Parse(Key);
        if (Head > 0)
            _requests.MarkIncomplete();
        _listeners.Adopt(TicketPushes.Source(Key));
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _listeners.Park();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<Outcome<TicketApplied>> Apply(ApplyToTicket command)
    {
        if ((TicketActionRules.Refuse(command) ?? await MaySee(State, command.By)) is { } refusal)
            return refusal;
        if (await IsKnown(command.RequestId))
            return await Again(command);
        Task commit;
        using (await _gate.Enter())
        {
            if (_requests.Find(command.RequestId) is not null)
                return await Again(command);
            var change = await Decide(command);
            if (change.Refusal is { } no)
            {
                await LetGo(command.RequestId, command.Actions);

                // What refuses may still be on its way to the disk: a no for good needs a reason that lasts.
                await Settled();
                return no;
            }

            commit = await Write(change.Value!, command.RequestId);
        }

        await commit;
        return new TicketApplied(await ViewFor(Durable, command.By), Duplicate: false);
    }

    public async Task<Outcome<TicketView>> View(Actor reader) => await MaySee(Durable, reader) is { } refusal ? refusal : await ViewFor(Durable, reader);

    private async Task<Outcome<TicketApplied>> Again(ApplyToTicket command)
    {
        await _requests.Find(command.RequestId)!;
        return new TicketApplied(await ViewFor(Durable, command.By), Duplicate: true);
    }

    private async ValueTask<bool> IsKnown(string requestId)
    {
        if (_requests.Find(requestId) is null && _requests.MayHaveForgotten(requestId) && await FindClientId(requestId) is { } seq)
            _requests.Add(requestId, Task.FromResult(new Stamp(seq, Durable.UpdatedAt)));
        return _requests.Find(requestId) is not null;
    }

    private async ValueTask<Outcome<TicketChange>> Decide(ApplyToTicket command)
    {
        var book = await Book(State);
        if (TicketRules.MayApply(State, command, book.Team) is { } refusal)
            return refusal;
        var facts = await Gather(command.By, command.RequestId, command.Actions, book);
        if (facts.Refusal is { } missing)
            return missing;
        var change = new TicketChange(State, command.By, command.RequestId, command.Macro, book, facts.Value!.ChildrenSolved, Time.GetUtcNow());
        foreach (var action in command.Actions)
        {
            if (TicketActions.Take(change, action, facts.Value) is { } no)
                return no;
        }

        return change;
    }

    /// <summary>Arms the clocks that the change needs, then starts its commit. The gate must be held.</summary>
    private async Task<Task> Write(TicketChange change, string? requestId = null)
    {
        var events = change.Events();
        await Arm(change.Now, change.Book.Lifecycle);
        var commit = events.Length == 0 ? Task.FromResult(new Stamp(State.Version, State.UpdatedAt)) : Commit(events);
        if (requestId is not null)
            _requests.Add(requestId, commit);
        return events.Length == 0 ? Settled() : Told(commit);
    }

    private async Task Told(Task commit)
    {
        await commit;
        if (_listeners.Any)
            await TellView(Durable);
    }

    private async ValueTask<Refusal?> MaySee(TicketState state, Actor reader) =>
        !state.Exists ? TicketRules.NotFound : TicketRules.MaySee(state, reader, await desk.Team(_key.Tenant, state.Team));

    private async ValueTask<TicketView> ViewFor(TicketState state, Actor reader)
    {
        var book = await Book(state);
        return reader.Kind == ActorKind.Visitor
            ? state.ForRequester(_key.Id, book.Form)
            : state.ForStaff(_key.Id, await Triggers(state, book, reader), Present());
    }

    private async ValueTask<ImmutableArray<TriggerView>> Triggers(TicketState state, TicketBook book, Actor reader) =>
        reader.IsStaff && TicketRules.Serves(state, reader, book.Team) ? await Triggers(state, book, reader.Roles) : [];

    private async ValueTask<ImmutableArray<TriggerView>> Triggers(TicketState state, TicketBook book, StaffRoles roles) =>
        state.HeldBy is not null || state.MergedInto is not null ? []
        : LifecycleRules.Triggers(
            book.Lifecycle, state.State, TicketGuards.Context(state, book, roles, !TicketGuards.Asks(state, book, StateGuard.ChildrenSolved) || await ChildrenSolved(state)));
}
