namespace Grainline.Routing;

/// <summary>
/// Expected waits from how fast the queue has lately come to an end with its conversations, for as much capacity as is at work now: an agent who leaves makes everybody wait longer at once.
/// Nothing is promised without enough history or while nobody is at work.
/// </summary>
internal sealed class WaitEstimate
{
    private const int Remembered = 100;
    private const int Needed = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Queue<(DateTimeOffset At, double Spent)> _departures = new();
    private double _spent;
    private int _capacity;
    private DateTimeOffset _since;

    /// <summary>Begins with what the book has kept from before this activation.</summary>
    public void Restore(QueueBook book, DateTimeOffset now)
    {
        _since = now;
        foreach (var minute in book.Minutes.Where(m => m.From > now - Window))
        {
            _spent += minute.CapacitySeconds;
            for (var i = 0; i < minute.Answered + minute.Abandoned; i++)
                Remember(minute.From + TimeSpan.FromMinutes(1));
        }
    }

    /// <param name="capacity">Units of the agents that take conversations now.</param>
    public void Staffed(int capacity, DateTimeOffset now) => (_spent, _capacity, _since) = (Spent(now), capacity, now);

    /// <summary>One more conversation is the queue's business no more.</summary>
    public void Departed(DateTimeOffset now)
    {
        _spent = Spent(now);
        _since = now;
        Remember(now);
    }

    /// <param name="departures">How many, its own included, until the conversation is served.</param>
    /// <returns>Seconds; null when nothing can be promised. Time since the last departure counts, so a stuck line does not promise too much.</returns>
    public int? Seconds(int departures, DateTimeOffset now)
    {
        while (_departures.TryPeek(out var oldest) && oldest.At < now - Window)
            _departures.Dequeue();
        if (_departures.Count < Needed || _capacity == 0)
            return null;
        var each = (Spent(now) - _departures.Peek().Spent) / _departures.Count;
        return each <= 0 ? null : (int)Math.Ceiling(each * departures / _capacity);
    }

    private void Remember(DateTimeOffset at)
    {
        if (_departures.Count == Remembered)
            _departures.Dequeue();
        _departures.Enqueue((at, _spent));
    }

    private double Spent(DateTimeOffset now) => _spent + (_capacity * Math.Max(0, (now - _since).TotalSeconds));
}
