using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

/// <summary>Whatever people do: nobody is over-assigned, nobody is forgotten, and after things have calmed down every book says the same.</summary>
public sealed class ShiftWalkTests(ITestOutputHelper output)
{
    private static readonly int Walks = int.TryParse(Environment.GetEnvironmentVariable("GRAINLINE_WALKS"), out var asked) ? asked : 5;
    private const int Rounds = 60;

    [Fact]
    public async Task AnyShift_OverAndCalm_LeavesEveryConversationServedOrInLine()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("GRAINLINE_SEED"), out var asked) ? asked : Random.Shared.Next();
        for (var seed = first; seed < first + Walks; seed++)
        {
            output.WriteLine($"GRAINLINE_SEED={seed}");
            await Walk(seed);
        }
    }

    private static async Task Walk(int seed)
    {
        await using var host = await GrainHost.Start(ShiftWalk.Agents);
        var walk = new ShiftWalk(host, new Random(seed));
        await walk.Steps(Rounds);

        // Everybody stops and stays away long enough for offers, presence and self-repair to run their course.
        foreach (var agent in ShiftWalk.Agents)
            await Eventually.Answers(() => host.Agent(agent).SetAvailability(new(AgentStatus.Away, null)));
        // A busy machine needs real time as well: the clock runs ahead of what is still on its way.
        string[] wrong = ["not looked"];
        await Eventually.Tries(async () =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await walk.Watch();
            wrong = await Disagreements(host, walk.Conversations);
            return wrong.Length == 0;
        });

        Assert.True(wrong.Length == 0 && walk.Broken.IsEmpty, $"Seed {seed}:\n{string.Join('\n', wrong.Concat(walk.Broken))}\nafter\n{walk.Log}");
        Assert.Contains("conversation.assigned", (await host.Journal.ReadAllAsync(0, 10_000)).Select(e => e.Type));
        await ServeTheRest(host, walk, seed);
    }

    /// <summary>Then all come back, and everybody who waits is served in the end.</summary>
    private static async Task ServeTheRest(GrainHost host, ShiftWalk walk, int seed)
    {
        ConversationView[] waiting = [];
        for (var second = 0; second < 400; second++)
        {
            foreach (var agent in ShiftWalk.Agents)
            {
                await Eventually.Answers(() => host.Agent(agent).SetAvailability(new(AgentStatus.Available, null)));
                var inbox = (await Eventually.Answers(() => host.Agent(agent).Inbox())).Value!;
                foreach (var offer in inbox.Offers)
                    await ShiftWalk.Quietly(host.Conversation(offer.Conversation.ConversationId).Accept(new(Agent(agent), offer.OfferId)));
                foreach (var id in inbox.Conversations)
                    await ShiftWalk.Quietly(host.Conversation(id).Resolve(Agent(agent)));
            }

            await walk.Watch();
            waiting = [.. (await Views(host, walk.Conversations)).Where(v => v.Status is not (ConversationStatus.Resolved or ConversationStatus.Closed))];
            if (waiting.Length == 0)
                break;
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(waiting.Length == 0 && walk.Broken.IsEmpty, $"Seed {seed}: never served {string.Join(' ', waiting.Select(w => w.ConversationId))} {string.Join('\n', walk.Broken)}\nafter\n{walk.Log}");
    }

    private static async Task<string[]> Disagreements(GrainHost host, List<string> conversations)
    {
        var views = await Views(host, conversations);
        var wrong = new List<string>();
        var waiting = views.Count(v => v.Status is ConversationStatus.Queued);
        var line = (await Eventually.Answers(() => host.Routing.View())).Value!.Waiting;
        if (line != waiting)
            wrong.Add($"{waiting} wait, {line} in line");
        wrong.AddRange(views.Where(v => v.Status is ConversationStatus.Open or ConversationStatus.Offered).Select(v => $"{v.ConversationId} is {v.Status}"));
        foreach (var agent in ShiftWalk.Agents)
        {
            var inbox = (await Eventually.Answers(() => host.Agent(agent).Inbox())).Value!;
            var mine = views.Where(v => v.Assignee?.Id == agent).Select(v => v.ConversationId).Order().ToArray();
            if (!mine.SequenceEqual(inbox.Conversations.Order()))
                wrong.Add($"{agent} serves {string.Join(' ', inbox.Conversations)}, assigned are {string.Join(' ', mine)}");
            if (!inbox.Offers.IsEmpty)
                wrong.Add($"{agent} holds {string.Join(' ', inbox.Offers.Select(o => o.OfferId))}");
        }

        return [.. wrong];
    }

    private static async Task<ConversationView[]> Views(GrainHost host, List<string> conversations) =>
        [.. (await Task.WhenAll(conversations.Select(id => Eventually.Answers(() => host.Conversation(id).View(Supervisor))))).Where(v => v.Succeeded).Select(v => v.Value!)];
}
