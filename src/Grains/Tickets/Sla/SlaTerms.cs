using Grainline.Routing;
using Grainline.Shifts;
using Grainline.Tickets.Desk;

namespace Grainline.Tickets.Sla;

/// <summary>What a team promises, and by which hours.</summary>
/// <param name="Hours">Null for around the clock.</param>
internal sealed record SlaTerms(DefinitionRef Policy, SlaPolicySpec Spec, WeeklyHours? Hours)
{
    /// <summary>Null when nothing is promised.</summary>
    public int? Target(SlaMetric metric, Priority priority) =>
        (Spec.Targets.FirstOrDefault(t => t.Metric == metric && t.Priority == priority) ?? Spec.Targets.FirstOrDefault(t => t.Metric == metric && t.Priority is null))?.Seconds;

    /// <summary>After how many of them people are warned: never at once, never as late as the breach.</summary>
    public int WarnAfter(int target) => Math.Max(1, (int)((long)target * Spec.WarnAtPercent / 100));
}
