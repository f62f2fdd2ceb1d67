using Grainline.Load.Faults;

namespace Grainline.Load.Talk;

/// <param name="Rate">Deliveries a second in the open loop; null is the closed loop.</param>
/// <param name="Characters">Length of each message's text.</param>
/// <param name="WarmUp">Seconds before the measured ones, at least.</param>
/// <param name="WarmUpLimit">Seconds after which measuring begins even when the server still compiles; anything below the warm-up does not wait for that.</param>
/// <param name="Fault">What befalls the started server while it is measured; null for nothing.</param>
internal sealed record TalkPlan(
    int Visitors, int Agents, int Capacity, int? Rate, int Characters, double WarmUp, double Seconds, FaultPlan? Fault, int Seed, double WarmUpLimit = 0);
