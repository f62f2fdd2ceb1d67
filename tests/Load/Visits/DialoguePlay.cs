using Grainline.Load.Checking;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Talk;

namespace Grainline.Load.Visits;

/// <summary>Plays one dialogue. Each turn waits until the one before it was heard; the agent's wait for an agent.</summary>
/// <param name="pace">Multiplies every pause; 1 is as written.</param>
internal sealed class DialoguePlay(Dialogue dialogue, double pace, SpeechCounts counts) : IVisitPlay
{
    public object Opening { get; } = new { subject = dialogue.Subject, language = dialogue.Language };

    public async Task Play(Visit visit, CancellationToken cancellation)
    {
        var pair = visit.Pair;
        (pair.Visitor.Speech, pair.Agent.Speech) = (new(counts), new(counts));
        foreach (var turn in dialogue.Turns)
        {
            Link speaker = turn.By == Side.Visitor ? visit.Link : await visit.Served(cancellation);
            await visit.Heard(cancellation);
            await Say(turn, pair.Of(turn.By), speaker, visit, cancellation);
        }
        await visit.Heard(cancellation);
        var agent = await visit.Served(cancellation);
        var conversationId = pair.History.Conversation;
        if (dialogue.Ends == Ending.Closed)
        {
            await visit.Link.Ask(Methods.Close, new { conversationId }, visit.Reception.Counts, cancellation);
            return;
        }
        if (dialogue.Ends == Ending.Left)
            visit.Leave();
        await agent.Resolve(conversationId, cancellation);
    }

    private async Task Say(Turn turn, Seat seat, Link speaker, Visit visit, CancellationToken cancellation)
    {
        await Clock.Wait(turn.After * pace, cancellation);
        if (turn.Typing > 0)
        {
            await speaker.Ask(Methods.Typing, new { conversationId = seat.Conversation }, visit.Reception.Counts, cancellation);
            if (turn.By == Side.Agent)
                counts.NoteAgentTyped();
            await Clock.Wait(turn.Typing * pace, cancellation);
        }
        foreach (var (index, line) in turn.Lines.Index())
        {
            if (index > 0)
                await Clock.Wait(turn.Gap * pace, cancellation);
            seat.Speech!.Add(line);
            seat.Due(Clock.Now);
        }
    }
}
