using Grainline.Load.Talk;
using Grainline.Load.Visits;
using Grainline.Load.Workloads;

namespace Grainline.Load.Reporting;

internal static class VerdictOf
{
    private const double InTime = 0.9;

    public static Verdict Talks(IReadOnlyList<TalkResult> results) => new(
        results.Sum(result => result.Checked), results.Sum(result => result.Offers), [.. results.SelectMany(result => result.Violations)], [.. results.SelectMany(Notes)])
    {
        Failures = [.. results.SelectMany(result => Refused(result.Refusals))],
    };

    /// <summary>A conversation that a spike keeps from being opened is a figure, no failure of the run.</summary>
    public static Verdict Surge(SurgeResult result)
    {
        string[] late = result.Figures.RecoverySeconds is null
            ? [$"The wait was not back to {result.Figures.UsualWait:F2} s when the last visitor came: give it more --after, or more agents."]
            : [];
        return Visits(result.All, [.. late, .. NotOpened(result.All)], []);
    }

    /// <summary>Scripts are there to be played: one that was not makes the run worth nothing.</summary>
    public static Verdict Dialogues(DialoguesResult result)
    {
        string[] bare = result.Figures.AttachmentsRefused > 0
            ? [$"The server refused {result.Figures.AttachmentsRefused:N0} of {result.Figures.Attachments:N0} attachments (104): their messages went without them."]
            : [];
        return Visits(result.All, bare, NotOpened(result.All));
    }

    private static Verdict Visits(VisitsResult all, IEnumerable<string> notes, IEnumerable<string> failures) =>
        new(all.Checked, all.Offers, all.Violations, [.. notes, .. Limited(all.Counts.Limited)]) { Failures = [.. failures, .. Refused(all.Refusals)] };

    private static IEnumerable<string> NotOpened(VisitsResult all) => all.NotOpened.Select(why => $"Not opened: {why}");

    private static IEnumerable<string> Notes(TalkResult result)
    {
        foreach (var note in Limited(result.Limited))
            yield return note;
        if (Math.Min(result.ToVisitors, result.ToAgents) < InTime * result.Acknowledged)
            yield return $"{result.System}, {result.Loop}: one side received far less in time than was acknowledged: pushes were missing and only Sync brought the messages.";
    }

    private static string[] Limited(long calls) =>
        calls > 0 ? [$"The server's budgets refused {calls:N0} calls (503): these figures show the limit, not the server. Raise Budgets:*, or use --start."] : [];

    private static IEnumerable<string> Refused(IEnumerable<string> refusals) => refusals.Select(refusal => $"Refused: {refusal}");
}
