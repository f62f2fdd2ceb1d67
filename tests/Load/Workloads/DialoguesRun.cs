using Grainline.Load.Checking;
using Grainline.Load.Servers;
using Grainline.Load.Talk;
using Grainline.Load.Visits;

namespace Grainline.Load.Workloads;

/// <param name="Rate">New visitors a second.</param>
/// <param name="Seconds">In which they come.</param>
/// <param name="Pace">Multiplies every pause of the scripts.</param>
internal sealed record DialoguesPlan(IReadOnlyList<Dialogue> Dialogues, double Rate, double Seconds, double Pace, int Agents, int Capacity, int Seed);

/// <summary>How often one script was played; measured over its turns.</summary>
internal sealed record PlayedDialogue(string Name, string Language, string Ends, int Played, TurnStatistics Visitor, TurnStatistics Agent);

/// <param name="AttachmentsRefused">Of <paramref name="Attachments"/>, with code 104; their messages went without them.</param>
/// <param name="AgentsTyped">How often an agent began to type; visitors still there were shown it <paramref name="TypingShown"/> times.</param>
internal sealed record DialogueFigures(
    IReadOnlyList<PlayedDialogue> Played, long Messages, long Attachments, long AttachmentsRefused, long AgentsTyped, long TypingShown);

internal sealed record DialoguesResult(VisitsResult All, DialogueFigures Figures);

/// <summary>Visitors come one after the other, each with a script; agents play the other side.</summary>
internal sealed class DialoguesRun(SystemUnderTest system, DialoguesPlan plan, Action<string> progress)
{
    public async Task<DialoguesResult> Run(CancellationToken cancellation)
    {
        var said = new SpeechCounts();
        var all = await new VisitRun(
            system, new([new("all", plan.Seconds, plan.Rate)], plan.Agents, plan.Capacity, plan.Seed), arrival => new DialoguePlay(Script(arrival), plan.Pace, said), progress).Run(cancellation);
        var times = all.Visits.CountBy(visit => Script(visit.Arrival).Name).ToDictionary();
        return new(all, new(
            [.. plan.Dialogues.Select(one => Played(one, times.GetValueOrDefault(one.Name)))], said.Messages, said.Attachments, said.Refused, said.AgentsTyped, all.Counts.Typings));
    }

    private Dialogue Script(Arrival arrival)
    {
        var left = new Random(arrival.Seed).NextDouble() * plan.Dialogues.Sum(dialogue => dialogue.Weight);
        return plan.Dialogues.First(dialogue => (left -= dialogue.Weight) < 0);
    }

    private static PlayedDialogue Played(Dialogue one, int times) => new(
        one.Name, one.Language, one.Ends.ToString().ToLowerInvariant(), times, TurnStatistics.Of([one], Side.Visitor), TurnStatistics.Of([one], Side.Agent));
}
