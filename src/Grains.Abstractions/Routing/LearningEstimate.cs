using Orleans;

namespace Grainline.Routing;

/// <summary>What the learned policy would change, as shares of the handle time with what was not resolved and who was not content counted in: -0.3 is 30 % less.</summary>
/// <param name="Decisions">Decisions whose outcome is known and that left a choice.</param>
/// <param name="Agreed">How many of them the learned policy would have made alike: the more, the less the estimate leans on its own model.</param>
/// <param name="Change">Against what was decided, doubly robust.</param>
/// <param name="Low">Lower end of the 95 % confidence interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Explored">Share of its own decisions that deviated from the best known choice; null while it has made none.</param>
/// <param name="AgainstHoldout">Measured, not estimated: its conversations against those that were left to the fallback, each less what its topic usually takes; null while there are none.</param>
[GenerateSerializer, Immutable, Alias("routing.estimate")]
public sealed record LearningEstimate(long Decisions, long Agreed, double Change, double Low, double High, double? Explored, double? AgainstHoldout);
