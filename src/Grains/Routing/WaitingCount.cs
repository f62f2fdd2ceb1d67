namespace Grainline.Routing;

/// <summary>One queue's part in <see cref="RoutingMetrics.Waiting"/>: what it has added so far, so that it can take it back.</summary>
internal sealed class WaitingCount
{
    private int _counted;

    public void Is(int waiting)
    {
        if (waiting == _counted)
            return;
        RoutingMetrics.Waiting.Add(waiting - _counted);
        _counted = waiting;
    }
}
