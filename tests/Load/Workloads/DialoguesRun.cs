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
internal sealed record DialoguesResult(
    PlayedDialogue[] Dialogues, Quantiles Served, long Messages, long Attachments, long AttachmentsRefused, long AgentsTyped, long TypingShown,
    int NotOpened, string[] Refusals, int Offers, long Checked, Violation[] Violations);

/// <summary>Visitors come one after the other, each with a script; agents play the other side.</summary>
internal sealed class DialoguesRun(SystemUnderTest system, DialoguesPlan plan, Action<string> progress)
{
    public async Task<DialoguesResult> Run(CancellationToken cancellation)
    {
        var (reception, said) = (new Reception(system, plan.Seed), new SpeechCounts());
        await reception.Open(plan.Agents, plan.Capacity, cancellation);
        var arrivals = Arrivals.Plan([new("all", plan.Seconds, plan.Rate)], plan.Seed);
        progress($"{arrivals.Count} visitors will come, {plan.Agents} agents serve {plan.Capacity} each, pauses x {plan.Pace:0.###}");
        var visits = await new VisitRun(reception, arrivals, arrival => new DialoguePlay(Script(arrival), plan.Pace, said), progress).Run(cancellation);
        reception.Close();
        var played = arrivals.CountBy(arrival => Script(arrival).Name).ToDictionary();
        return new(
            [.. plan.Dialogues.Select(one => new PlayedDialogue(
                one.Name, one.Language, one.Ends.ToString().ToLowerInvariant(), played.GetValueOrDefault(one.Name), TurnStatistics.Of([one], Side.Visitor), TurnStatistics.Of([one], Side.Agent)))],
            Quantiles.Of(visits.Select(visit => visit.Served)), said.Messages, said.Attachments, said.Refused, said.AgentsTyped, reception.Counts.Typings,
            visits.Count(visit => visit.Refused is not null), [.. visits.Select(visit => visit.Refused).OfType<string>().Concat(reception.Counts.Refusals).Distinct().Take(5)],
            reception.Line.Offers, visits.Sum(visit => (long)visit.Checked), [.. visits.SelectMany(visit => visit.Violations), .. reception.Judge()]);
    }

    private Dialogue Script(Arrival arrival)
    {
        var left = new Random(arrival.Seed).NextDouble() * plan.Dialogues.Sum(dialogue => dialogue.Weight);
        return plan.Dialogues.First(dialogue => (left -= dialogue.Weight) < 0);
    }
}
