using Grainline.Agents;

namespace Grainline.Routing.Policies;

/// <summary>The agent with the largest free share of its capacity: an agent with room for ten and two chats comes before one with room for three and one.</summary>
internal sealed class LeastLoaded : IRoutingPolicy
{
    public string Name => "least-loaded";

    public double Score(WaitingConversation conversation, AgentSnapshot agent) => 1.0 - ((double)agent.Load / agent.Capacity);
}
