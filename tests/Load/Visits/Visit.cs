using System.Net.Sockets;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Visits;

/// <summary>One visitor, from arrival to the checked end of the conversation.</summary>
/// <param name="due">When the visitor comes, by <see cref="Clock"/>: every wait counts from here.</param>
internal sealed class Visit(Reception reception, Arrival arrival, long due)
{
    // Longer than any line that a run should make; who waits longer is counted as never served.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SettlePatience = TimeSpan.FromSeconds(30);

    private Visitor? _visitor;
    private VisitorLink? _link;
    private bool _left;

    public Arrival Arrival => arrival;

    public Reception Reception => reception;

    public VisitorLink Link => _link ?? throw new InvalidOperationException("The visitor has not come yet.");

    public Pair Pair => Link.Pair!;

    public async Task<VisitResult> Run(IVisitPlay play, CancellationToken cancellation)
    {
        try
        {
            await Come(play.Opening, cancellation);
        }
        catch (Exception e) when (e is RefusedException or HubCallException or IOException or SocketException or TimeoutException or HttpRequestException)
        {
            // An open loop goes on: the refusal is one of its figures.
            return VisitResult.NotOpened(arrival, e.Message);
        }
        var opened = Clock.Now;
        await play.Play(this, cancellation);
        var agent = await Served(cancellation);
        await Settle(agent, cancellation);
        var wait = Pair.Wait;
        reception.Pairs.Forget(Pair);
        return new(arrival, Since(opened), Since(wait.OfferedAt), Since(wait.ServedAt), null, wait.Places, wait.SetBacks, Pair.History.Acknowledged, [.. Pair.History.Judge()]);
    }

    /// <exception cref="TimeoutException">Nobody came within five minutes.</exception>
    public Task<AgentLink> Served(CancellationToken cancellation) => Pair.Wait.Served.WaitAsync(Patience, TimeProvider.System, cancellation);

    /// <summary>Everything said so far is acknowledged and stands before all who are there: people answer what they have read.</summary>
    /// <exception cref="TimeoutException">It does not after 30 s.</exception>
    public async Task Heard(CancellationToken cancellation)
    {
        for (var began = Clock.Now; !IsHeard; await Clock.Wait(0.01, cancellation))
        {
            if (Clock.Seconds(began) > SettlePatience.TotalSeconds)
                throw new TimeoutException($"{Pair.History.Conversation}: after 30 s a post was not acknowledged or not pushed.");
        }
    }

    /// <summary>Closes the page without a word.</summary>
    public void Leave()
    {
        _left = true;
        Link.Stop();
    }

    private bool IsHeard
    {
        get
        {
            var seq = Math.Max(Pair.Visitor.AcknowledgedSeq, Pair.Agent.AcknowledgedSeq);
            return Pair.Visitor.IsIdle && Pair.Agent.IsIdle && (_left || Pair.VisitorView.View.Last >= seq) && (!Pair.IsServed || Pair.AgentView.View.Last >= seq);
        }
    }

    private async Task Come(object opening, CancellationToken cancellation)
    {
        _visitor = await reception.System.Installation.Admit(cancellation);
        _link = new(reception.Dialer, _visitor, reception.Pairs, reception.Counts, Stamp.Shortest, new(arrival.Seed), opening);
        await _link.Start(cancellation);
        reception.Roster.Add(_link);
    }

    // Who has left comes back once more, to read: nothing may be missing then.
    private async Task Settle(AgentLink agent, CancellationToken cancellation)
    {
        Link.Stop();
        var back = new VisitorLink(reception.Dialer, _visitor!, reception.Pairs, reception.Counts, Stamp.Shortest, new(arrival.Seed)) { Pair = Pair };
        await back.Start(cancellation);
        await Pair.AgentView.Settle().WaitAsync(SettlePatience, TimeProvider.System, cancellation);
        await Transcript.ReadBack(reception.System.Rest, Pair.History, agent.Token, cancellation);
        back.Stop();
    }

    private double Since(long moment) => (moment - due) / 1e9;
}
