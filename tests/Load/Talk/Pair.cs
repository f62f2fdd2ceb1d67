using Grainline.Load.Checking;
using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>A conversation: a visitor and an agent, each with a seat and a view.</summary>
internal sealed class Pair
{
    private readonly TalkCounts _counts;

    public Pair(string conversation, TalkCounts counts)
    {
        _counts = counts;
        History = new(conversation);
        Visitor = new(Side.Visitor, History, counts);
        Agent = new(Side.Agent, History, counts);
        VisitorView = new(conversation, History.AddView("visitor"), counts, (post, due) => Shown(Side.Visitor, post, due));
        AgentView = new(conversation, History.AddView("agent"), counts, (post, due) => Shown(Side.Agent, post, due));
    }

    public History History { get; }

    public Seat Visitor { get; }

    public Seat Agent { get; }

    public Viewing VisitorView { get; }

    public Viewing AgentView { get; }

    public WaitLog Wait { get; } = new();

    /// <summary>An agent serves it and sees it.</summary>
    public bool IsServed => Wait.Served.IsCompleted;

    /// <summary>In a closed loop each message is answered as soon as the other side sees it.</summary>
    public bool Answers { get; set; }

    public Seat Of(Side side) => side == Side.Visitor ? Visitor : Agent;

    public void Shown(Side to, PostId post, long due)
    {
        _counts.NoteDelivered(to);
        if (post.Side == to)
            return;
        var now = Clock.Now;
        if (due > 0)
            _counts.NoteOneWay(now - due);
        if (Answers)
            Of(to).Due(now);
    }
}
