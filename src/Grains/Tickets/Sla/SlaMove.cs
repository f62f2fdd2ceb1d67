using System.Collections.Immutable;

namespace Grainline.Tickets.Sla;

/// <summary>Clocks as they are from now on, and what became of which. When <paramref name="What"/> is empty there is nothing to write down.</summary>
internal readonly record struct SlaMove(ImmutableArray<SlaClockView> Clocks, ImmutableArray<SlaStep> What);
