using Grainline.Load.Reporting;
using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Comparing;

/// <param name="Target">The system, started by the tool on the same core as the references.</param>
/// <param name="Talks">As fast as it goes, and at a fixed rate.</param>
internal sealed record ComparePlan(TargetPlan Target, IReadOnlyList<TalkPlan> Talks, int IdleSockets, int Rounds);

/// <summary>Everything that was measured, round by round.</summary>
internal sealed record ComparedRounds(List<TalkResult> Talks, List<RunFigures> Idle);
