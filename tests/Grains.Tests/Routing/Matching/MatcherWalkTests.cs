using System.Text.Json;
using Grainline.Agents;
using Grainline.Routing;
using Grainline.Routing.Learning;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;

namespace Grainline.Tests.Routing.Matching;

/// <summary>Random shifts: whatever happens to line and agents, the index answers as one who looks at everybody would.</summary>
public sealed class MatcherWalkTests
{
    private static readonly string[] Topics = ["tax", "size", "lost"];
    private static readonly string?[] Languages = ["en", "zh-CN", null];

    [Theory]
    [InlineData("least-loaded", 1)]
    [InlineData("least-loaded", 2)]
    [InlineData("longest-idle", 3)]
    [InlineData("longest-idle", 4)]
    [InlineData("skill-match", 5)]
    [InlineData("skill-match", 6)]
    public void Next_RandomShift_IsWhatLookingAtEverybodySays(string name, int seed)
    {
        var policy = new RoutingPolicies(PolicyKind.All).Create(new(name), () => LearningState.Empty);
        var rules = new QueueRules(Profile(), Scene.HeadStart);
        var matcher = new Matcher(rules, policy, Scene.AskAgainAfter);
        var plain = new PlainMatcher(rules, policy);
        var random = new Random(seed);
        var now = Scene.Start;
        for (var step = 2; step < 3_000; step++)
        {
            now += TimeSpan.FromSeconds(random.Next(4));
            matcher.Relax(now);
            Act(random, step, now, matcher, plain);
            var decision = matcher.Next(now);
            var (expected, chosen) = (plain.Next(now), decision is null ? ((string Conversation, string Agent)?)null : (decision.Waiting.Id, decision.Agent.AgentId));
            if (expected != chosen)
                Assert.Fail($"step {step}: {expected} expected, {chosen} chosen; {JsonSerializer.Serialize(matcher.Explain((expected ?? chosen)!.Value.Conversation, now))}");
            if (decision is null || random.Next(3) == 0)
                continue;
            Ask(random, step, decision, now, matcher, plain);
        }

        Assert.Equal(plain.Line.Values.OrderBy(w => rules.Rank(w.Conversation)).ThenBy(w => w.Id, StringComparer.Ordinal).Select(w => w.Id), matcher.InOrder.Select(w => w.Id));
    }

    private static void Ask(Random random, int step, Decision decision, DateTimeOffset now, Matcher matcher, PlainMatcher plain)
    {
        var (id, agent) = (decision.Waiting.Id, plain.Agents[decision.Agent.AgentId]);
        matcher.StepAside(id);
        matcher.Book(agent.AgentId, id, decision.Work, now);
        if (random.Next(5) == 0)
        {
            matcher.Answered(id, agent, true, now);
            matcher.Refused(id, agent, now);
            plain.Refusals.Add((id, agent.AgentId, agent.Version));
            plain.Agents[agent.AgentId] = agent with { IdleSince = now };
            return;
        }

        Assert.True(agent.Load + decision.Work.Weight <= agent.Capacity);
        plain.Agents[agent.AgentId] = agent = agent with { Load = agent.Load + decision.Work.Weight, Version = (2 * step) + 1, IdleSince = now };
        matcher.Answered(id, agent, true, now);
        matcher.Leave(id);
        plain.Line.Remove(id);
    }

    private static void Act(Random random, int step, DateTimeOffset now, Matcher matcher, PlainMatcher plain)
    {
        var agentId = $"a{random.Next(8)}";
        switch (random.Next(8))
        {
            case 0 when plain.Line.Count > 0:
                var leaver = plain.Line.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(plain.Line.Count));
                matcher.Leave(leaver);
                plain.Line.Remove(leaver);
                break;
            case 1:
                matcher.Forget(agentId, now);
                plain.Agents.Remove(agentId);
                break;
            case 2 or 3 or 4:
                var waiting = Waits(random, step, now);
                matcher.Join(waiting, now);
                plain.Line[waiting.Id] = waiting;
                break;
            default:
                var known = plain.Agents.GetValueOrDefault(agentId) ?? Scene.Agent(agentId) with { IdleSince = now };
                plain.Agents[agentId] = known = Changed(random, known) with { Version = 2 * step };
                matcher.Observe(known, true, now);
                break;
        }
    }

    private static AgentSnapshot Changed(Random random, AgentSnapshot agent) => random.Next(4) switch
    {
        0 => agent with { Status = random.Next(3) == 0 ? AgentStatus.Away : random.Next(8) == 0 ? AgentStatus.Offline : AgentStatus.Available },
        1 => agent with { Skills = [new(Topics[random.Next(3)], 1 + random.Next(5)), new("base", random.Next(6))], Languages = random.Next(2) == 0 ? ["en"] : ["zh"] },
        _ => agent with { Load = Math.Max(0, agent.Load - 1) },
    };

    private static Waiting Waits(Random random, int step, DateTimeOffset now)
    {
        var past = random.Next(3) == 0 ? new[] { $"a{random.Next(8)}" } : [];
        var waiting = Scene.Waits(
            $"c{step}", 0, random.Next(2) == 0 ? Topics[random.Next(3)] : null, (Priority)(random.Next(4) - 1), Languages[random.Next(3)], random.Next(4) == 0 ? $"a{random.Next(8)}" : null, past);
        return waiting with { Conversation = waiting.Conversation with { WaitingSince = now.AddSeconds(-random.Next(40)) }, JoinedAt = now };
    }

    private static QueueProfile Profile() => Scene.Profile(
        new([new("base", 1)], [], MatchLanguage: true, StickySeconds: 15),
        [.. Topics.Select(topic => new QueueTopic(topic, topic, [new(topic, 3)], []))],
        new OverflowRing(20, LowerLevelsBy: 1), new OverflowRing(45, DropSkills: ["base"], AnyLanguage: true));
}
