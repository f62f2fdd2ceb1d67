using System.Collections.Immutable;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Tickets;

/// <summary>Who is told what happens here, and who looks at the ticket now. Neither outlives the activation: leases are renewed.</summary>
internal sealed partial class TicketGrain
{
    private static readonly TimeSpan LookEvery = LookAtTicket.For / 3;

    private readonly Lookers _lookers = new();
    private readonly Listeners _listeners = new(gateways, journal.Time);
    private IGrainTimer? _looking;

    public async Task Look(LookAtTicket command)
    {
        if (!command.By.IsStaff || await MaySee(Durable, command.By) is not null)
            return;
        if (_lookers.Look(new(command.By.Id, command.By.Name), command.Stance, Time.GetUtcNow() + LookAtTicket.For))
            TellPresence();
        _looking ??= this.RegisterGrainTimer(LookAround, new GrainTimerCreationOptions { DueTime = LookEvery, Period = LookEvery, Interleave = true });
    }

    public async Task<Outcome<TicketView>> Subscribe(Subscription subscription, Actor reader)
    {
        if ((reader.Kind == ActorKind.Visitor ? TicketRules.NotFound : await MaySee(Durable, reader)) is { } refusal)
            return refusal;
        _listeners.Add(subscription);
        return await ViewFor(Durable, reader);
    }

    public Task Unsubscribe(string gateway)
    {
        _listeners.Remove(gateway);
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => _listeners.Pack(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => _listeners.Unpack(rehydrationContext);

    protected override void Tell(in Step<TicketState, TicketEvent> step)
    {
        if (!_listeners.Any)
            return;
        foreach (var entry in TicketTimeline.ForStaff(step, IsParted))
            _listeners.Tell(new TicketEntryPush(TicketPushes.Source(Key), _key.Id, entry));
    }

    /// <summary>Once a change, not once an event: nobody sees half of one. Triggers are those of an agent of the team without other roles.</summary>
    private async Task TellView(TicketState state)
    {
        var triggers = await Triggers(state, await Book(state), StaffRoles.Agent);
        _listeners.Tell(new TicketPush(TicketPushes.Source(Key), state.ForStaff(_key.Id, triggers, Present())));
    }

    private void TellPresence() => _listeners.Tell(new TicketPresencePush(TicketPushes.Source(Key), _key.Id, Present()));

    private ImmutableArray<TicketPresenceView> Present() => _lookers.At(Time.GetUtcNow());

    private Task LookAround(CancellationToken cancellationToken)
    {
        if (_lookers.Forget(Time.GetUtcNow()))
            TellPresence();
        if (_lookers.IsEmpty)
        {
            _looking?.Dispose();
            _looking = null;
        }

        return Task.CompletedTask;
    }
}
