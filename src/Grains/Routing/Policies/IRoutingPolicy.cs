using Grainline.Agents;

namespace Grainline.Routing.Policies;

/// <summary>A way to choose. One file each; installed by registering it as a service.</summary>
internal interface IRoutingPolicy
{
    /// <summary>What queues call it.</summary>
    string Name { get; }

    /// <summary>The higher the better. Must not depend on anything but its arguments, so that a decision can be explained and replayed.</summary>
    double Score(WaitingConversation conversation, AgentSnapshot agent);
}
