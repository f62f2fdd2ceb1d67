using Grainline.Deadlines;
using Grainline.Ids;
using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Tickets.Work;

/// <summary>
/// Reentrant, so that it can be looked at while it works; the work itself enters <c>_gate</c>. Its clock is set before the intention is written down, and the intention before the first ticket is told: whatever
/// is cut off, somebody goes on. Each step is safe to be told again. This file: commands and the way through the steps; steps and plans are in <c>.Steps</c> and <c>.Planning</c>.
/// </summary>
[Reentrant]
internal sealed partial class TicketSagaGrain(
    GrainJournal<TicketSagaEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<TicketSagaState>> snapshot,
    DeskCatalog desk,
    IIdSource ids,
    IOptions<TicketWorkOptions> options)
    : JournaledGrain<TicketSagaState, TicketSagaEvent>(journal, snapshot), ITicketSagaGrain
{
    private const string GoOnClock = "go-on";

    private static readonly Refusal NotFound = new(ErrorCode.TicketNotFound, "There is no such merge, split or transfer.");
    private static readonly Refusal AnotherOne = new(ErrorCode.InvalidArgument, "That id belongs to another merge, split or transfer.");

    private readonly StepGate _gate = new();
    private TicketKey _key;

    protected override string Kind => "ticket-saga";

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = TicketKey.Parse(Key);
        return Task.CompletedTask;
    }

    public async Task<Outcome<TicketSagaView>> Transfer(TransferTicket command)
    {
        using var pass = await _gate.Enter();
        if (State.Exists)
            return State.Begun!.Transfer?.TicketId == command.TicketId ? await Finish() : AnotherOne;
        var ticket = await Served(command.By, command.TicketId);
        if (ticket.Refusal is { } unseen)
            return unseen;

        // Asked before anything stands still: a form that lacks something is refused here, and the same id may be used again.
        if ((await Target(ticket.Value!, command)).Refusal is { } unfit)
            return unfit;
        await Arm();
        await Commit(new SagaBegun(command.By, command, null, null, null, SagaSteps.Begin(_key.Id, command, ticket.Value!.Team, Time.GetUtcNow())));
        return await Finish();
    }

    public async Task<Outcome<TicketSagaView>> Merge(MergeTickets command)
    {
        using var pass = await _gate.Enter();
        if (State.Exists)
            return State.Begun!.Merge?.Into == command.Into ? await Finish() : AnotherOne;
        if (await MayMerge(command) is { } refusal)
            return refusal;
        await Arm();
        await Commit(new SagaBegun(command.By, null, command, null, null, SagaSteps.Begin(_key.Id, command)));
        return await Finish();
    }

    public async Task<Outcome<TicketSagaView>> Split(SplitTicket command)
    {
        using var pass = await _gate.Enter();
        if (State.Exists)
            return State.Begun!.Split?.TicketId == command.TicketId ? await Finish() : AnotherOne;
        if (await MaySplit(command) is { } refusal)
            return refusal;
        var made = (await ids.NextAsync()).ToString();
        await Arm();
        await Commit(new SagaBegun(command.By, null, null, command, made, SagaSteps.Begin(_key.Id, command)));
        return await Finish();
    }

    public async Task<Outcome<TicketSagaView>> Undo(Actor by)
    {
        using var pass = await _gate.Enter();
        if (await MaySee(by) is { } unseen)
            return unseen;
        if (State.Ended && State.Status == TicketSagaStatus.Done)
        {
            if ((await MayTakeBack(by) ?? await MayUndo()) is { } refusal)
                return refusal;
            await Arm();
            await Commit(new SagaUndoAsked(by, SagaSteps.Undo(_key.Id, State)));
        }

        return await Finish();
    }

    public async Task<Outcome<TicketSagaView>> View(Actor reader) =>
        await MaySee(reader) is { } refusal ? refusal : Durable.View(_key.Id);

    public async Task<DateTimeOffset?> Due(DueDeadline deadline)
    {
        using var pass = await _gate.Enter();
        await GoOn();
        return null;
    }

    private Task Arm() => GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.TicketSaga, Key, GoOnClock, "", Time.GetUtcNow() + options.Value.ResumeAfter));

    /// <summary>What turned back by itself is a no to whoever asked for it; <see cref="View"/> tells the rest.</summary>
    private async Task<Outcome<TicketSagaView>> Finish()
    {
        await GoOn();
        return State is { TurnedBack: true, Why: { } why } ? why : Durable.View(_key.Id);
    }

    /// <summary>All steps to the end. An exception leaves the rest to the clock.</summary>
    private async Task GoOn()
    {
        while (State is { Exists: true, Ended: false })
        {
            if (State.Next is { } step)
                await Commit(await Take(step) is not { } refusal ? new SagaStepTaken(State.Taken)
                    : State.TakesWhatItCan || step.Kind == SagaStepKind.Release ? new SagaStepSkipped(State.Taken, (int)refusal.Code, refusal.Message)
                    : Turn(refusal));
            else if (State.TakesWhatItCan)
                await Commit(new SagaEnded(Reached()));
            else
                await Commit(await Plan() switch
                {
                    { Refusal: { } unfit } => Turn(unfit),
                    { Value.IsEmpty: false } plan => new SagaPlanned(plan.Value),
                    _ => new SagaEnded(Reached()),
                });
        }

        await Settled();
    }

    private SagaTurned Turn(Refusal refusal) => new((int)refusal.Code, refusal.Message, SagaSteps.TakeBack(State.Behind));

    /// <summary>Where this way ends: a way back that turned leaves things done.</summary>
    private TicketSagaStatus Reached() => (State.UndoneBy is null) == State.TurnedBack ? TicketSagaStatus.Undone : TicketSagaStatus.Done;
}
