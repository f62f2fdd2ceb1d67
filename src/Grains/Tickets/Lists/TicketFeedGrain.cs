using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Tickets.Lists;

/// <summary>Tells the first change at once, then at most five times a second how far it has come meanwhile.</summary>
internal sealed class TicketFeedGrain(GatewayLinks links, TimeProvider time) : Grain, ITicketFeedGrain, IGrainMigrationParticipant
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Listeners _listeners = new(links, time);
    private string _source = "";
    private IGrainTimer? _pause;
    private long _position;
    private long _told;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _source = $"tickets/{this.GetPrimaryKeyString()}";
        _listeners.Adopt(_source);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _listeners.Park();
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => _listeners.Pack(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => _listeners.Unpack(rehydrationContext);

    public Task Moved(long position)
    {
        // While lists are built again they pass positions that were told long ago.
        _position = Math.Max(_position, position);
        if (_pause is null)
            Tell();
        return Task.CompletedTask;
    }

    public Task<TicketsMoved> Newest() => Task.FromResult(new TicketsMoved(_position));

    public Task<Outcome<TicketsMoved>> Subscribe(Subscription subscription)
    {
        _listeners.Add(subscription);
        return Task.FromResult<Outcome<TicketsMoved>>(new TicketsMoved(_position));
    }

    public Task Unsubscribe(string gateway)
    {
        _listeners.Remove(gateway);
        return Task.CompletedTask;
    }

    private void Tell()
    {
        if (_told == _position)
            return;
        _told = _position;
        _listeners.Tell(new TicketsPush(_source, _position));
        _pause ??= this.RegisterGrainTimer(AfterPause, new GrainTimerCreationOptions { DueTime = Pause, Period = Pause });
    }

    private Task AfterPause(CancellationToken cancellationToken)
    {
        if (_told < _position)
        {
            Tell();
            return Task.CompletedTask;
        }

        _pause?.Dispose();
        _pause = null;
        return Task.CompletedTask;
    }
}
