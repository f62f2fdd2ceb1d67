using Grainline.Agents;

namespace Grainline.Routing.Matching;

/// <summary>A way to choose among the agents that could serve, with the parameters of one published version. One file each in <c>Policies</c>.</summary>
internal interface IRoutingPolicy
{
    /// <summary>Who is looked at for each decision.</summary>
    Shortlist Shortlist => new(1);

    /// <summary>Conversations of different groups stand in different lines, because the policy ranks agents differently for them. It is asked when a conversation joins.</summary>
    string? Group(WaitingConversation conversation) => null;

    /// <summary>
    /// The order that free agents are kept in, higher first; equals go by the longest idle. It is asked again only when the agent changes, so it must depend on the arguments alone
    /// and not on the time.
    /// </summary>
    double Rank(Demand demand, Seat seat);

    /// <summary>What one agent is worth for one conversation now, with the parts it is made of.</summary>
    Score Score(in Asked asked, Seat seat);

    /// <summary>
    /// Index of the one to ask; never called with nobody on the list, which is in the order of rank. May add to the scores what only the whole list tells: they are what the decision explains.
    /// </summary>
    int Choose(in Asked asked, Span<Scored> shortlist) => Scored.Best(shortlist);
}

/// <param name="Conversation">Who waits.</param>
/// <param name="Demand">What it asks.</param>
/// <param name="Now">UTC.</param>
/// <param name="Number">Of the decision in its queue: with the conversation's id the only source of chance.</param>
internal readonly record struct Asked(WaitingConversation Conversation, Demand Demand, DateTimeOffset Now, long Number)
{
    /// <summary>The same decision draws the same numbers, today and in a replay.</summary>
    public Chance Chance() => new(Conversation.ConversationId, Number);
}

/// <param name="Count">How many.</param>
/// <param name="Random">Drawn from all that are free, instead of the best by rank.</param>
internal readonly record struct Shortlist(int Count, bool Random = false);

internal readonly record struct Score(double Value, params ScorePart[] Parts);

internal sealed record Scored(Seat Seat, Score Score)
{
    /// <summary>The first of the highest.</summary>
    public static int Best(ReadOnlySpan<Scored> shortlist)
    {
        var best = 0;
        for (var i = 1; i < shortlist.Length; i++)
        {
            if (shortlist[i].Score.Value > shortlist[best].Score.Value)
                best = i;
        }

        return best;
    }
}
