using System.Collections.Concurrent;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

/// <summary>Agents that are asked at the same time, and answers that come late or never.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task Agents_OneOfThemSlow_AreAskedMeanwhileAndDecisionsKeepTheirOrder()
    {
        await using var host = await GrainHost.Start("amy", "li");
        var (asked, answer) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        host.BeforeCall = async call =>
        {
            if (call.MethodName != "Reserve")
                return;
            asked.Enqueue(((IGrainWithStringKey)call.Grain).GetPrimaryKeyString());
            if (asked.Last() == "acme/amy")
                await answer.Task;
        };
        await host.ConfigureAgent("amy", 1);
        await host.ConfigureAgent("li", 1);
        foreach (var id in new[] { "c1", "c2", "c3" })
        {
            await host.Open(id);
            host.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        await host.Agent("amy").SetAvailability(new(AgentStatus.Available, null));
        await Eventually.Becomes(() => Task.FromResult(asked.Count), n => n == 1);
        await host.Agent("li").SetAvailability(new(AgentStatus.Available, null));
        await host.Offered("li", "c2");
        Assert.Empty(await host.Events("routing.decided"));
        answer.SetResult();
        await host.Offered("amy", "c1");
        Assert.Equal(["c1", "c2"], (await host.Decisions(2)).Select(d => d.Text("conversationId")));
        Assert.Equal(["acme/amy", "acme/li"], asked);
    }

    [Fact]
    public async Task Agent_ThatDoesNotAnswer_IsLeftOutAndTheConversationGoesToTheNext()
    {
        await using var host = await GrainHost.Start("amy", "li");
        host.BeforeCall = call => call.MethodName == "Reserve" && ((IGrainWithStringKey)call.Grain).GetPrimaryKeyString() == "acme/amy"
            ? throw new TimeoutException("Amy's silo is gone.")
            : Task.CompletedTask;
        await host.Available("amy");
        await host.Open("c1");
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Agents.All(a => a.AgentId != "amy"));
        await host.Available("li");
        await host.Offered("li", "c1");
    }

    [Fact]
    public async Task Agent_ThatAcceptsBeforeItsAnswerHasCome_IsExplainedLikeAnyOther()
    {
        await using var host = await GrainHost.Start("amy");
        var answer = new TaskCompletionSource();
        host.AfterCall = call => call.MethodName == "Reserve" ? answer.Task : Task.CompletedTask;
        await host.Available("amy");
        await host.Conversation("c1").Open(Opening());
        var inbox = await Eventually.Becomes(() => host.Agent("amy").Inbox(), i => i.Value!.Offers.Length == 1);
        Assert.True((await host.Conversation("c1").Accept(new(Agent("amy"), inbox.Value!.Offers[0].OfferId))).Succeeded);
        Assert.Empty(await host.Events("routing.decided"));
        answer.SetResult();
        Assert.Equal("c1", (await host.Decisions(1)).Single().Text("conversationId"));
        await Eventually.Becomes(() => host.Events("routing.left"), left => left.Length == 1);
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);
        Assert.Equal(1, (await host.Agent("amy").Snapshot()).Load);
    }

    [Fact]
    public async Task Conversation_ThatLeavesWhileAnAgentIsAsked_GivesTheSlotBack()
    {
        await using var host = await GrainHost.Start("amy");
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.BeforeCall = call =>
        {
            if (call.MethodName != "Reserve")
                return Task.CompletedTask;
            asked.TrySetResult();
            return answer.Task;
        };
        await host.Available("amy");
        await host.Conversation("c1").Open(Opening());
        await asked.Task;
        Assert.True((await host.Conversation("c1").Close(Visitor())).Succeeded);
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Waiting == 0);
        answer.SetResult();
        await Eventually.Becomes(() => host.Agent("amy").Snapshot(), a => a.Version > 3 && a.Load == 0);
        Assert.Empty(await host.Events("routing.decided"));
    }

    [Fact]
    public async Task Offer_WhoseEndWasNeverTold_IsForgotten()
    {
        await using var host = await GrainHost.Start("amy");
        await host.BePresent("amy");
        await host.Available("amy");
        await host.Open("c1");
        var lost = new TaskCompletionSource();
        host.BeforeCall = call =>
        {
            if (call.MethodName != "Withdraw" || lost.Task.IsCompleted)
                return Task.CompletedTask;
            lost.SetResult();
            throw new TimeoutException("Lost on the way.");
        };
        await host.Accept("amy", "c1");
        await lost.Task;
        Assert.Empty(await host.Events("routing.left"));
        await host.Pass(TimeSpan.FromSeconds(149));
        Assert.Empty(await host.Events("routing.left"));

        // A round that writes lasts, and the next is due a second after it: the clock goes on until it has come.
        var left = await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return host.Events("routing.left");
            },
            l => l.Length == 1);
        Assert.Equal("c1", left[0].Text("conversationId"));
        Assert.False(left[0].TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task Offers_ThatWereOutAtARestart_StillCountAsLoad()
    {
        await using var host = await GrainHost.Start("amy");
        await host.ConfigureAgent("amy", 1);
        await host.Available("amy");
        await host.Open("c1");
        await host.Offered("amy", "c1");
        await host.Restart();
        await host.Open("c2");

        // It says again where it stands.
        await host.Agent("amy").Snapshot();
        await host.Pass(TimeSpan.FromSeconds(16));
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Agents.Length == 1);
        Assert.Equal("at-capacity", Assert.Single((await host.Routing.Explain("c2")).Value!.Rejected).Because);
        await host.Accept("amy", "c1");
        Assert.True((await host.Conversation("c1").Resolve(Agent("amy"))).Succeeded);
        await host.Offered("amy", "c2");
    }

    [Fact]
    public async Task BestFor_AnAgent_IsTheFirstThatItCanServe()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Configure(QueueTools.Plain with { Topics = [new("tax", "Tax", [new("tax", 3)], [])] });
        await host.Conversation("c1").Open(Opening() with { Topic = "tax" });
        await host.Pass(TimeSpan.FromSeconds(1));
        await host.Agent("amy").SetAvailability(new(AgentStatus.Busy, "admin"));
        await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Agents.Length == 1);
        Assert.Null(await host.Routing.BestFor("amy"));
        await host.Conversation("c2").Open(Opening());
        await Eventually.Becomes(() => host.Routing.BestFor("amy"), id => id == "c2");
        Assert.Null(await host.Routing.BestFor("nobody"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trace_Asked_WritesEachDecisionAsOneLineWithoutContactData(bool trace)
    {
        var book = new LineBook();
        await using var host = await GrainHost.Start(
            builder =>
            {
                builder.Configuration["Routing:Trace"] = trace.ToString();
                builder.Logging.AddProvider(book);
            },
            "amy");
        await host.Available("amy");
        Assert.True((await host.Conversation("c1").Open(Opening(new VisitorSummary("ada", "Ada Lovelace", true, "ada@example.com")))).Succeeded);
        var offer = await host.Offered("amy", "c1");
        await Eventually.Becomes(() => host.Conversation("c1").View(Supervisor), v => v.Value!.Status == ConversationStatus.Offered);
        var lines = book.Lines.Where(l => l.Contains("Decision ", StringComparison.Ordinal)).ToArray();
        if (!trace)
        {
            Assert.Empty(lines);
            return;
        }

        var line = Assert.Single(lines);
        Assert.Equal(
            $"Decision 1 of acme/support: c1 offered to amy as {offer.OfferId} by least-loaded version 1, ring 0, after 0 s; candidates amy=1; rejected ", line);
    }

    private sealed class LineBook : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
