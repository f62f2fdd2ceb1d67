namespace Grainline.Routing.Matching;

/// <summary>Who is looked at for one decision.</summary>
internal static class Shortlisting
{
    /// <summary>Draws that hit somebody already drawn or not to be asked, before the rest is taken in order.</summary>
    private const int Misses = 8;

    public static void Fill(List<Seat> seats, DemandLine line, Shortlist shortlist, in Asked asked, IReadOnlyList<RejectedCandidate> passedOver)
    {
        if (shortlist.Random)
            Draw(seats, line, shortlist.Count, asked, passedOver);
        foreach (var candidate in line.Best)
        {
            if (seats.Count >= shortlist.Count)
                return;
            if (MayAsk(candidate.Seat, passedOver) && !seats.Contains(candidate.Seat))
                seats.Add(candidate.Seat);
        }
    }

    /// <summary>Past agents are looked at whatever their rank, so that policies which know of them can prefer them.</summary>
    public static void AddPast(List<Seat> seats, DemandLine line, in Asked asked, Func<string, Seat?> seat, IReadOnlyList<RejectedCandidate> passedOver)
    {
        foreach (var id in asked.Conversation.PastAgents ?? [])
        {
            if (seat(id) is { } past && past.EntryIn(line) is { Because: Rejection.None } && MayAsk(past, passedOver) && !seats.Contains(past))
                seats.Add(past);
        }
    }

    private static void Draw(List<Seat> seats, DemandLine line, int count, in Asked asked, IReadOnlyList<RejectedCandidate> passedOver)
    {
        var chance = asked.Chance();
        for (var misses = 0; seats.Count < count && misses < Misses && line.Free.Count > seats.Count;)
        {
            var seat = line.Free[chance.Next(line.Free.Count)].Seat;
            if (MayAsk(seat, passedOver) && !seats.Contains(seat))
                seats.Add(seat);
            else
                misses++;
        }
    }

    private static bool MayAsk(Seat seat, IReadOnlyList<RejectedCandidate> passedOver)
    {
        foreach (var passed in passedOver)
        {
            if (passed.AgentId == seat.AgentId)
                return false;
        }

        return true;
    }
}
