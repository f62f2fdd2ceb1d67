namespace Grainline.Routing;

/// <summary>Expected waits from how fast the line has moved: place x mean interval between the last departures.</summary>
internal sealed class WaitEstimate
{
    private const int Remembered = 30;
    private const int Needed = 3;

    private readonly Queue<DateTimeOffset> _departures = new();

    public void Departed(DateTimeOffset at)
    {
        if (_departures.Count == Remembered)
            _departures.Dequeue();
        _departures.Enqueue(at);
    }

    /// <summary>Seconds; null without enough history. The time since the last departure counts, so a stuck line does not promise too much.</summary>
    public int? Seconds(int position, DateTimeOffset now)
    {
        if (_departures.Count < Needed)
            return null;
        var interval = (now - _departures.Peek()) / _departures.Count;
        return (int)Math.Ceiling(interval.TotalSeconds * position);
    }
}
