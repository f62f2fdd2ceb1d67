namespace Grainline.Load.Checking;

/// <param name="WaitingSince">Decides the place in line.</param>
internal readonly record struct Offered(string Conversation, DateTimeOffset WaitingSince, DateTimeOffset OfferedAt);

/// <summary>
/// First come, first served in one queue. Conversations enter the line a moment after they begin to wait, side by side; so an earlier start
/// counts only when it was earlier by <paramref name="slack"/>. Only a conversation's first offer counts: one that lapsed comes back out of order by design.
/// </summary>
internal sealed class LineWatch(string queue, TimeSpan slack)
{
    private readonly Dictionary<string, Offered> _first = [];

    /// <summary>Allows for what a run cannot tell apart: a start that was really earlier, and two that ran side by side.</summary>
    public LineWatch(string queue) : this(queue, TimeSpan.FromMilliseconds(250))
    {
    }

    public int Offers { get; private set; }

    /// <summary>May be called by several agents at once.</summary>
    public void Note(Offered offer)
    {
        lock (_first)
        {
            Offers++;
            _first.TryAdd(offer.Conversation, offer);
        }
    }

    public IEnumerable<Violation> Judge()
    {
        var inOrder = _first.Values.OrderBy(offer => offer.OfferedAt).ThenBy(offer => offer.WaitingSince);
        Offered youngest = default;
        foreach (var offer in inOrder)
        {
            if (offer.WaitingSince + slack < youngest.WaitingSince && offer.OfferedAt > youngest.OfferedAt)
                yield return new(Law.Overtaken, queue, Words(youngest), Words(offer));
            if (offer.WaitingSince > youngest.WaitingSince)
                youngest = offer;
        }
    }

    private static string Words(Offered offer) => $"{offer.Conversation}, waiting since {offer.WaitingSince:O}, was offered at {offer.OfferedAt:O}";
}
