using System.Text.Json;
using Grainline.Push;
using Grainline.Refusals;
using Orleans.Runtime;

namespace Grainline.Routing;

/// <summary>The queue as supervisors watch it: the whole picture, at most once a round, and only when it is another one.</summary>
internal sealed partial class RoutingGrain
{
    private readonly Listeners _listeners = new(links, journal.Time);
    private string _picture = "";
    private DateTimeOffset _picturedAt;
    private bool _changed = true;

    public async Task<Outcome<QueueView>> Subscribe(Subscription subscription)
    {
        var view = await View();
        if (view.Succeeded)
            _listeners.Add(subscription);
        return view;
    }

    public Task Unsubscribe(string gateway)
    {
        _listeners.Remove(gateway);
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => _listeners.Pack(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => _listeners.Unpack(rehydrationContext);

    private void TellWall(DateTimeOffset now)
    {
        // Figures of the last hour change with the minute even when nothing happens.
        if ((!_changed && now.Minute == _picturedAt.Minute) || !_listeners.Any || Durable.Profile is null)
            return;
        (_changed, _picturedAt) = (false, now);
        var view = Shown();
        var json = JsonSerializer.Serialize(view, QueueViewJson.Default.QueueView);
        if (json == _picture)
            return;
        _picture = json;
        _listeners.Tell(new QueuePush(QueueViews.Source(_key), view));
    }

    private QueueView Shown() => QueueViews.View(_key, Durable, _matcher!, _rules, _hours, Time.GetUtcNow());
}
