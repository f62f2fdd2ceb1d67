using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Shifts;
using static Grainline.Tickets.Desk.DeskText;

namespace Grainline.Tickets.Desk;

/// <summary>What fits into a desk besides lifecycles and forms. Pure: a null means yes.</summary>
internal static class DeskRules
{
    private const int Members = 2_000;
    private const int FormsOfATeam = 100;
    private const int ShortestSeconds = 60;
    private const int LongestSeconds = 31_536_000;

    /// <param name="staff">Ids of the tenant's agents.</param>
    public static Refusal? MaySave(DeskState s, Team team, IReadOnlySet<string> staff) =>
        Id(team.Id, "The team's id") ?? Name(team.Name, "The team's name")
        ?? (s.Team(team.Id) is null && s.Teams.Length >= TicketLimits.OfEachKind ? Fault($"There are {TicketLimits.OfEachKind} teams already.") : null)
        ?? (team.Members.IsDefault || team.Members.Length > Members ? Fault($"A team has at most {Members} members.") : null)
        ?? Twice(team.Members, "The team's members")
        ?? team.Members.Where(id => !staff.Contains(id)).Select(id => Fault($"There is no agent '{id}'.")).FirstOrDefault()
        ?? (s.Has(DeskKind.Lifecycle, team.Lifecycle) ? null : Fault($"There is no lifecycle '{team.Lifecycle}'."))
        ?? (team.Forms.IsDefaultOrEmpty || team.Forms.Length > FormsOfATeam ? Fault($"A team has 1 to {FormsOfATeam} forms.") : null)
        ?? Twice(team.Forms, "The team's forms")
        ?? team.Forms.Where(id => !s.Has(DeskKind.Form, id)).Select(id => Fault($"There is no form '{id}'.")).FirstOrDefault()
        ?? (team.SlaPolicy is null || s.Has(DeskKind.SlaPolicy, team.SlaPolicy) ? null : Fault($"There is no SLA policy '{team.SlaPolicy}'."))
        ?? (team.Hours is { } hours && ShiftRules.MayKeep(hours) is { } closed ? Fault($"The team's hours: {closed.Message}") : null)
        ?? (team.Hours is { } open && open.Week.IsEmpty && open.Exceptions.All(e => e.Open.IsEmpty) ? Fault("The team's hours never open: its promises would never run.") : null);

    public static Refusal? MayPublish(SlaPolicySpec policy) =>
        Name(policy.Name, "The policy's name")
        ?? (policy.WarnAtPercent is < 1 or > 99 ? Fault("People are warned at 1 to 99 percent of a target.") : null)
        ?? (policy.Targets.IsDefault || policy.Targets.Any(t => t is null) ? Fault("The policy does not name its targets.") : null)
        ?? policy.Targets.Select(Target).FirstOrDefault(refusal => refusal is not null)
        ?? policy.Targets.GroupBy(t => (t.Metric, t.Priority)).Where(same => same.Count() > 1)
            .Select(same => Fault($"{same.Key.Metric} has two targets for {same.Key.Priority?.ToString() ?? "every other priority"}.")).FirstOrDefault();

    public static Refusal? MaySave(DeskState s, SavedReply reply) =>
        Id(reply.Id, "The reply's id") ?? Name(reply.Name, "The reply's name") ?? Id(reply.Shortcut, "The shortcut")
        ?? (!s.Has(DeskKind.SavedReply, reply.Id) && s.Replies.Length >= TicketLimits.OfEachKind ? Fault($"There are {TicketLimits.OfEachKind} saved replies already.") : null)
        ?? (string.IsNullOrWhiteSpace(reply.Text) || reply.Text.Length > Limits.TextLength ? Fault($"The reply's text has 1 to {Limits.TextLength} characters.") : null)
        ?? (reply.Language is null || IsLanguage(reply.Language) ? null : Fault($"'{reply.Language}' is no language tag."))
        ?? Teams(s, reply.Teams)
        ?? s.Replies.Where(other => other.Id != reply.Id && other.Shortcut == reply.Shortcut && other.Language == reply.Language && Meet(other.Teams, reply.Teams))
            .Select(other => Fault($"The shortcut '{reply.Shortcut}' is taken by the reply '{other.Id}'.")).FirstOrDefault();

    /// <summary>Where a macro or a reply is offered.</summary>
    public static Refusal? Teams(DeskState s, ImmutableArray<string> teams) =>
        teams.IsDefault ? Fault("The teams are missing; none is for all.")
        : Twice(teams, "The teams") ?? teams.Where(id => s.Team(id) is null).Select(id => Fault($"There is no team '{id}'.")).FirstOrDefault();

    /// <summary>Refused with <see cref="ErrorCode.DefinitionInUse"/> while something names it.</summary>
    public static Refusal? MayRemove(DeskState s, DeskKind kind, string id)
    {
        if (!s.Has(kind, id))
            return NotFound(kind, id);
        var users = kind switch
        {
            DeskKind.Team => s.Macros.Where(m => m.Teams.Contains(id)).Select(m => $"macro {m.Id}").Concat(s.Replies.Where(r => r.Teams.Contains(id)).Select(r => $"reply {r.Id}")),
            DeskKind.Lifecycle => s.Teams.Where(t => t.Lifecycle == id).Select(t => $"team {t.Id}"),
            DeskKind.Form => s.Teams.Where(t => t.Forms.Contains(id)).Select(t => $"team {t.Id}"),
            DeskKind.SlaPolicy => s.Teams.Where(t => t.SlaPolicy == id).Select(t => $"team {t.Id}"),
            _ => [],
        };
        ImmutableArray<string> named = [.. users.Take(10)];
        return named.IsEmpty ? null : new(ErrorCode.DefinitionInUse, $"'{id}' is still used by {string.Join(", ", named)}.");
    }

    public static Refusal NotFound(DeskKind kind, string id) => new(ErrorCode.DefinitionNotFound, $"There is no {Word(kind)} '{id}'.");

    private static Refusal? Target(SlaTarget target) =>
        !Enum.IsDefined(target.Metric) || (target.Priority is { } priority && !Enum.IsDefined(priority)) ? Fault("A target is for a metric or a priority that does not exist.")
        : target.Seconds is < ShortestSeconds or > LongestSeconds ? Fault($"The target of {target.Metric} is {ShortestSeconds} to {LongestSeconds} seconds.")
        : null;

    // Two of one shortcut are a fault only where somebody sees both.
    private static bool Meet(ImmutableArray<string> some, ImmutableArray<string> others) => some.IsEmpty || others.IsEmpty || some.Intersect(others).Any();

    private static Refusal? Twice(ImmutableArray<string> ids, string what) =>
        ids.GroupBy(id => id).Where(same => same.Skip(1).Any()).Select(same => Fault($"{what} name '{same.Key}' twice.")).FirstOrDefault();

    private static string Word(DeskKind kind) => kind switch
    {
        DeskKind.SlaPolicy => "SLA policy",
        DeskKind.SavedReply => "saved reply",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
