using Grainline.Load.Faults;

namespace Grainline.Load.Talk;

/// <param name="Rate">Deliveries a second in the open loop; null is the closed loop.</param>
/// <param name="Characters">Length of each message's text.</param>
/// <param name="WarmUp">Seconds before the measured ones.</param>
/// <param name="Fault">What befalls the started server meanwhile; null for nothing.</param>
internal sealed record TalkPlan(
    int Visitors, int Agents, int Capacity, int? Rate, int Characters, double WarmUp, double Seconds, FaultPlan? Fault, int Seed);
