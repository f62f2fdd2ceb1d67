using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans;

namespace Grainline.Gateway.Hubs;

/// <summary>
/// Finds the conversation that an agent would be given next and pulls it. Queues are asked in the order of the agent's profile; what somebody else took in between is passed over.
/// </summary>
internal sealed class NextInLine(IGrainFactory grains)
{
    private const int Tries = 8;

    public async Task<Outcome<ConversationView>> Pull(string tenant, Actor agent, string? queue)
    {
        var queues = (await grains.Agent(new(tenant, agent.Id)).Snapshot()).Queues;
        if (queue is not null && !queues.Contains(queue))
            return new Refusal(ErrorCode.QueueNotFound, "This queue is not one of yours.");
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await Best(tenant, agent, queue is null ? queues : [queue]) is not { } id)
                break;
            var pulled = await grains.Conversation(new(tenant, id)).Pull(agent);
            if (pulled.Refusal is not { Code: ErrorCode.IllegalTransition or ErrorCode.NotYourConversation or ErrorCode.ConversationEnded })
                return pulled;
        }

        return new Refusal(ErrorCode.NothingWaiting, "Nobody waits whom you may serve.");
    }

    private async Task<string?> Best(string tenant, Actor agent, ImmutableArray<string> queues)
    {
        foreach (var queue in queues)
        {
            if (await grains.Routing(new(tenant, queue)).BestFor(agent.Id) is { } id)
                return id;
        }

        return null;
    }
}
