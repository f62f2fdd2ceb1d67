using Grainline.Load.Servers;
using Grainline.Load.Talk;

namespace Grainline.Load.Comparing;

/// <param name="Target">The system, started by the tool on the same core as the references.</param>
/// <param name="Closed">As fast as it goes.</param>
/// <param name="Open">At a fixed rate.</param>
internal sealed record ComparePlan(TargetPlan Target, TalkPlan Closed, TalkPlan Open, int IdleSockets, int Rounds);

/// <summary>Everything that was measured, round by round.</summary>
internal sealed record ComparedRounds(List<TalkResult> Closed, List<TalkResult> Open, List<Workloads.IdleResult> Idle);
