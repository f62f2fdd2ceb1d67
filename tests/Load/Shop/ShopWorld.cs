using Grainline.Routing.Replay;

namespace Grainline.Load.Shop;

/// <summary>One shop drawn from its plan: topics, agents with their hidden speeds, and visits with peaks before noon, in the afternoon and in the evening.</summary>
internal sealed record ShopWorld(ShopPlan Plan, ShopTopic[] Topics, ShopAgent[] Agents, ShopVisit[] Visits)
{
    private static readonly (double Hour, double Width, double Height)[] Peaks = [(11, 1.2, 1.4), (15, 1.5, 0.8), (20, 1.3, 1.8)];
    private static readonly (double From, double To)[] Shifts = [(8, 16), (11, 19), (15, 24), (14, 22)];
    private const int Opens = 8, Closes = 22;

    public static ShopWorld Draw(ShopPlan plan)
    {
        var topics = DrawTopics(plan);
        return new(plan, topics, DrawAgents(plan, topics), [.. DrawVisits(plan, topics)]);
    }

    private static ShopTopic[] DrawTopics(ShopPlan plan)
    {
        var dice = Dice.For((ulong)plan.Seed, "topics");
        return
        [
            .. Draw(plan.SimpleTopics, "simple", false, plan.SimpleMinutes, 1 - plan.ComplexShare),
            .. Draw(plan.ComplexTopics, "complex", true, plan.ComplexMinutes, plan.ComplexShare),
        ];

        List<ShopTopic> Draw(int count, string name, bool isComplex, (double Low, double High) minutes, double share)
        {
            double[] weights = [.. Enumerable.Range(0, count).Select(_ => 0.5 + dice.Unit())];
            var sum = weights.Sum();
            return [.. weights.Select((w, i) => new ShopTopic($"{name}-{i + 1}", isComplex, minutes.Low + (dice.Unit() * (minutes.High - minutes.Low)), share * w / sum))];
        }
    }

    private static ShopAgent[] DrawAgents(ShopPlan plan, ShopTopic[] topics)
    {
        var agents = new ShopAgent[plan.Agents];
        for (var i = 0; i < agents.Length; i++)
        {
            var dice = Dice.For((ulong)plan.Seed, $"agent {i}");
            var pace = plan.AgentSpread * dice.Normal();
            // Fields are dealt like cards, so that none is without people who know it; shifts likewise, so that somebody is there.
            var field = i % plan.ComplexTopics;
            var second = dice.Unit() < plan.KnowsASecondField ? dice.Below(plan.ComplexTopics) : field;
            var factors = new double[topics.Length];
            for (var t = 0; t < topics.Length; t++)
            {
                var complex = t - plan.SimpleTopics;
                var (median, spread) = complex < 0 ? (1, plan.TopicSpread) : complex == field || complex == second ? plan.Knows : plan.AsksAround;
                factors[t] = median * Math.Exp(pace + (spread * dice.Normal()));
            }

            var (from, to) = Shifts[i / plan.ComplexTopics % Shifts.Length];
            agents[i] = new($"agent-{i + 1:00}", from, to, factors);
        }

        return agents;
    }

    /// <summary>A Poisson stream whose rate follows the day, by thinning.</summary>
    private static IEnumerable<ShopVisit> DrawVisits(ShopPlan plan, ShopTopic[] topics)
    {
        var dice = Dice.For((ulong)plan.Seed, "visits");
        const int Steps = (Closes - Opens) * 60;
        var mean = Enumerable.Range(0, Steps).Average(minute => Shape(Opens + ((minute + 0.5) / 60)));
        var highest = Enumerable.Range(0, Steps).Max(minute => Shape(Opens + (minute / 60.0)));
        var perHour = plan.PerDay / (double)(Closes - Opens) / mean;
        var (day, hour) = (0, (double)Opens);
        for (var made = 0; made < plan.Conversations;)
        {
            hour += dice.Exponential() / (perHour * highest);
            if (hour >= Closes)
            {
                (day, hour) = (day + 1, Opens);
                continue;
            }

            if (dice.Unit() * highest >= Shape(hour))
                continue;
            var topic = Pick(topics, dice.Unit());
            var patience = plan.PatienceMinutes is { } minutes ? minutes * 60 * dice.Exponential() : double.PositiveInfinity;
            yield return new($"visit-{++made:000000}", TimeSpan.FromDays(day) + TimeSpan.FromHours(hour), topic, patience);
        }
    }

    private static double Shape(double hour) => 0.5 + Peaks.Sum(p => p.Height * Math.Exp(-0.5 * (hour - p.Hour) * (hour - p.Hour) / (p.Width * p.Width)));

    private static int Pick(ShopTopic[] topics, double at)
    {
        for (var i = 0; i < topics.Length - 1; i++)
        {
            at -= topics[i].Share;
            if (at < 0)
                return i;
        }

        return topics.Length - 1;
    }
}
