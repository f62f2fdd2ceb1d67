using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Tickets.Work;

/// <summary>Telling gateways how far it is: at once, and then no more often than the option says.</summary>
internal sealed partial class BulkRunGrain
{
    private readonly Listeners _listeners = new(links, journal.Time);
    private IGrainTimer? _teller;
    private bool _untold;

    private string Source => $"bulk/{Key}";

    public Task<Outcome<BulkRunView>> Subscribe(Subscription subscription, Actor reader)
    {
        if (MaySee(Durable, reader) is { } refusal)
            return Task.FromResult<Outcome<BulkRunView>>(refusal);
        _listeners.Add(subscription);
        return Task.FromResult<Outcome<BulkRunView>>(Current());
    }

    public Task Unsubscribe(string gateway)
    {
        _listeners.Remove(gateway);
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => _listeners.Pack(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => _listeners.Unpack(rehydrationContext);

    private void Changed()
    {
        _untold = true;
        if (_teller is not null || !_listeners.Any)
            return;
        TellNow();
        _teller = this.RegisterGrainTimer(TellAgain, new GrainTimerCreationOptions { DueTime = _options.BulkTell, Period = _options.BulkTell, Interleave = true });
    }

    private Task TellAgain(CancellationToken cancellationToken)
    {
        if (_untold)
        {
            TellNow();
            return Task.CompletedTask;
        }

        _teller?.Dispose();
        _teller = null;
        return Task.CompletedTask;
    }

    private void TellNow()
    {
        _untold = false;
        _listeners.Tell(new BulkRunPush(Source, Current()));
    }
}
