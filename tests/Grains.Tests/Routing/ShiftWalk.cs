using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

/// <summary>A shift by dice: visitors, agents and a supervisor do whatever comes to their minds, several at once. One seed decides what is tried; how the tries interleave is up to the machine.</summary>
internal sealed class ShiftWalk(GrainHost host, Random dice)
{
    private const int AtOnce = 6;

    private static readonly AgentStatus[] Statuses = [AgentStatus.Available, AgentStatus.Available, AgentStatus.Available, AgentStatus.Away, AgentStatus.Busy, AgentStatus.Offline];

    private static readonly string[] Policies = ["least-loaded", "round-robin", "longest-idle", "power-of-two", "weighted-score"];

    private readonly List<string> _log = [];
    private int _posts;

    public static string[] Agents { get; } = ["amy", "li", "kim"];

    public List<string> Conversations { get; } = [];

    public ConcurrentBag<string> Broken { get; } = [];

    /// <summary>What was tried, in order: printed when an invariant breaks.</summary>
    public string Log => string.Join('\n', _log);

    public async Task Steps(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Try()).ToArray());
            await Watch();
            if (dice.Next(4) == 0)
                Note("advance", () => host.Clock.Advance(TimeSpan.FromSeconds(dice.Next(1, 40))));
            if (dice.Next(8) == 0)
                await Rule();
            if (dice.Next(25) == 0)
            {
                _log.Add("restart");
                await host.Restart();
            }
        }
    }

    /// <summary>At every observed instant: nobody above capacity.</summary>
    public async Task Watch()
    {
        foreach (var id in Agents)
        {
            var load = (await Eventually.Answers(() => host.Agent(id).Inbox())).Value!.Load;
            if (load.Load > load.Capacity)
                Broken.Add($"{id} has {load.Load} of {load.Capacity}");
        }
    }

    private void Note(string what, Action act)
    {
        _log.Add(what);
        act();
    }

    /// <summary>An administrator changes how the queue works while everybody is at it.</summary>
    private Task Rule()
    {
        var policy = Policies[dice.Next(Policies.Length)];
        var rings = dice.Next(2) == 0 ? [] : ImmutableArray.Create(new OverflowRing(dice.Next(1, 30), 1));
        return dice.Next(3) switch
        {
            0 => Done($"publish {policy}", host.Routing.PublishPolicy(new(new(policy), QueueTools.Admin))),
            1 => Done("roll back", host.Routing.RollBackPolicy(new(QueueTools.Admin))),
            _ => Done($"{rings.Length} rings", host.Routing.Configure(QueueTools.Plain with { Rings = rings })),
        };
    }

    private Task Try()
    {
        var agent = Agents[dice.Next(Agents.Length)];
        if (Conversations.Count < 40 && dice.Next(4) == 0)
            return Open();
        if (Conversations.Count == 0)
            return Task.CompletedTask;
        var id = Conversations[dice.Next(Conversations.Count)];
        return dice.Next(14) switch
        {
            0 or 1 => Status(agent, Statuses[dice.Next(Statuses.Length)]),
            2 or 3 or 4 => Offers(agent, accept: true),
            5 => Offers(agent, accept: false),
            6 => Done($"{agent} resolves {id}", host.Conversation(id).Resolve(Agent(agent))),
            7 => Done($"visitor posts in {id}", host.Conversation(id).Post(new(Visitor(), $"v{++_posts}", "hello"))),
            8 => Done($"sam gives {id} to {agent}", host.Conversation(id).Transfer(new(Supervisor, agent, null, null))),
            9 => Done($"sam sends {id} back", host.Conversation(id).Transfer(new(Supervisor, null, GrainHost.Queue, null))),
            10 => dice.Next(2) == 0 ? Done($"{agent} holds {id}", host.Conversation(id).Hold(Agent(agent))) : Done($"{agent} resumes {id}", host.Conversation(id).Resume(Agent(agent))),
            11 or 12 => Done($"{agent} pulls {id}", host.Conversation(id).Pull(Agent(agent))),
            _ => dice.Next(3) == 0 ? Done($"visitor closes {id}", host.Conversation(id).Close(Visitor())) : Done($"sam resolves {id}", host.Conversation(id).Resolve(Supervisor)),
        };
    }

    private Task Open()
    {
        var id = $"c{Conversations.Count:00}";
        Conversations.Add(id);
        return Done($"visitor opens {id}", host.Conversation(id).Open(Opening()));
    }

    private Task Status(string agent, AgentStatus status) => Done($"{agent} is {status}", host.Agent(agent).SetAvailability(new(status, null)));

    /// <summary>Answers every offer; now and then from two tabs at once, or first with a no and then with a yes.</summary>
    private async Task Offers(string agent, bool accept)
    {
        var (tabs, late) = (dice.Next(3) == 0 ? 2 : 1, dice.Next(4) == 0);
        _log.Add($"{agent} {(accept ? "accepts" : "declines")} in {tabs} tabs{(late ? " and regrets" : "")}");
        foreach (var offer in (await Eventually.Answers(() => host.Agent(agent).Inbox())).Value!.Offers)
        {
            var conversation = host.Conversation(offer.Conversation.ConversationId);
            var calls = new List<Task>();
            for (var i = 0; i < tabs; i++)
                calls.Add(accept ? conversation.Accept(new(Agent(agent), offer.OfferId)) : conversation.Decline(new(Agent(agent), offer.OfferId, null)));
            if (late)
                calls.Add(accept ? conversation.Decline(new(Agent(agent), offer.OfferId, null)) : conversation.Accept(new(Agent(agent), offer.OfferId)));
            await Quietly(Task.WhenAll(calls));
        }
    }

    private Task Done(string what, Task call)
    {
        _log.Add(what);
        return Quietly(call);
    }

    /// <summary>The manual clock may leap over the time limit of a call or of the activation that it needs: then the outcome is unknown, as it is to a real client.</summary>
    public static async Task Quietly(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The invariants hold whether it happened or not.
        }
    }
}
