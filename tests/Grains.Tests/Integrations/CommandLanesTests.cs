using System.Text;
using Grainline.Conversations;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Integrations;

public sealed class CommandLanesTests
{
    [Fact]
    public async Task Lane_GrainFails_StoresOnlyAfterItHasAnswered()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);
        var (calls, before) = (0, new List<long?>());
        host.BeforeCall = call =>
        {
            if (call.MethodName != nameof(IConversationGrain.Post))
                return Task.CompletedTask;
            before.Add(scene.Stored());
            return ++calls < 8 ? throw new TimeoutException() : Task.CompletedTask;
        };

        scene.Lanes().Take(CommandScene.Post("sent", offset: 41), scene);
        await scene.Becomes(42);

        Assert.Equal(Enumerable.Repeat<long?>(null, 8), before);
        Assert.Equal(["sent"], await scene.Texts());
        Assert.Empty(scene.DeadLetters.Arrived);
    }

    [Fact]
    public async Task Lane_AnswerLost_CarriesOutOnce()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);
        var calls = 0;
        host.AfterCall = call => call.MethodName == nameof(IConversationGrain.Post) && ++calls < 3 ? throw new TimeoutException() : Task.CompletedTask;

        scene.Lanes().Take(CommandScene.Post("sent"), scene);
        await scene.Becomes(1);

        Assert.Equal(3, calls);
        Assert.Equal(["sent"], await scene.Texts());
    }

    [Fact]
    public async Task Lanes_OnePartitionStuck_OthersGoOnInOrder()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        await host.Talk("c2");
        var scene = new CommandScene(host);
        var open = new TaskCompletionSource();
        host.BeforeCall = call => call.MethodName == nameof(IConversationGrain.Post) && call.TargetId.ToString()!.EndsWith("c1", StringComparison.Ordinal) ? open.Task : Task.CompletedTask;
        var lanes = scene.Lanes();

        for (var i = 0; i < 20; i++)
        {
            lanes.Take(CommandScene.Post($"{i}", i, partition: 0, "c1"), scene);
            lanes.Take(CommandScene.Post($"{i}", i, partition: 1, "c2"), scene);
        }

        await scene.Becomes(20, partition: 1);
        Assert.Null(scene.Stored(partition: 0));
        open.SetResult();
        await scene.Becomes(20, partition: 0);
        string[] all = [.. Enumerable.Range(0, 20).Select(i => $"{i}")];
        Assert.Equal(all, await scene.Texts("c1"));
        Assert.Equal(all, await scene.Texts("c2"));
    }

    [Fact]
    public async Task Lane_ManyRecords_IsPausedUntilHalfAreDone()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host) { Options = { LaneCapacity = 4 } };
        var open = new TaskCompletionSource();
        host.BeforeCall = call => call.MethodName == nameof(IConversationGrain.Post) ? open.Task : Task.CompletedTask;
        var lanes = scene.Lanes();

        lanes.Take(CommandScene.Post("0", 0), scene);
        lanes.Take(CommandScene.Post("1", 1), scene);
        lanes.Take(CommandScene.Post("2", 2), scene);
        Assert.False(scene.Paused());
        lanes.Take(CommandScene.Post("3", 3), scene);
        lanes.Take(CommandScene.Post("4", 4), scene);
        Assert.True(scene.Paused());
        open.SetResult();
        await scene.Becomes(5);

        Assert.False(scene.Paused());
        Assert.Equal(1, scene.Pauses);
    }

    [Fact]
    public async Task Abandon_Paused_IsResumedForItsReturn()
    {
        await using var host = await GrainHost.Start("amy");
        var scene = new CommandScene(host) { Options = { LaneCapacity = 1 } };
        var open = new TaskCompletionSource();
        host.BeforeCall = _ => open.Task;
        var lanes = scene.Lanes();
        lanes.Take(CommandScene.Post("0"), scene);
        Assert.True(scene.Paused());

        lanes.Abandon(lanes.Partitions);
        open.SetResult();

        Assert.False(scene.Paused());
    }

    [Fact]
    public async Task Leave_CallUnderWay_FinishesItAndDropsTheRest()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host) { Options = { RevokePatience = TimeSpan.FromSeconds(20) } };
        var (began, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.BeforeCall = call => Hold(call.MethodName, began, open);
        var lanes = scene.Lanes();
        for (var i = 0; i < 3; i++)
            lanes.Take(CommandScene.Post($"{i}", i), scene);
        await began.Task;

        var leaving = lanes.Leave([new(CommandScene.Topic, 0)]);
        open.SetResult();
        await leaving;

        Assert.Equal(1, scene.Stored());
        Assert.Equal(["0"], await scene.Texts());
        Assert.Empty(lanes.Partitions);
    }

    [Fact]
    public async Task Leave_CallTakesTooLong_IsNeverStored()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);
        var (began, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.BeforeCall = call => Hold(call.MethodName, began, open);
        var lanes = scene.Lanes();
        lanes.Take(CommandScene.Post("late"), scene);
        await began.Task;

        await lanes.Leave([new(CommandScene.Topic, 0)]);
        open.SetResult();
        await Eventually.Becomes(async () => (await scene.Texts()).Count, count => count == 1);

        // The next owner does it again: it is known by its place.
        var next = new CommandScene(host);
        next.Lanes().Take(CommandScene.Post("late"), next);
        await next.Becomes(1);
        Assert.Null(scene.Stored());
        Assert.Equal(["late"], await scene.Texts());
    }

    [Fact]
    public async Task Abandon_WaitingForARetry_StoresNothing()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);
        var failed = new TaskCompletionSource();
        host.BeforeCall = call =>
        {
            if (call.MethodName != nameof(IConversationGrain.Post))
                return Task.CompletedTask;
            failed.TrySetResult();
            throw new TimeoutException();
        };
        var lanes = scene.Lanes();
        lanes.Take(CommandScene.Post("never"), scene);
        await failed.Task;

        lanes.Abandon([new(CommandScene.Topic, 0)]);
        host.BeforeCall = static _ => Task.CompletedTask;

        // Another partition behind it is through: if the first were still alive, it would be too.
        lanes.Take(CommandScene.Post("other", 0, partition: 1), scene);
        await scene.Becomes(1, partition: 1);
        Assert.Null(scene.Stored());
    }

    [Fact]
    public async Task Lane_BrokerRefusesTheDeadLetter_WaitsWithTheRecord()
    {
        await using var host = await GrainHost.Start("amy");
        var scene = new CommandScene(host);
        var calls = 0;
        scene.DeadLetters.FailAfter = _ => scene.Stored() is null && ++calls < 4 ? 0 : null;

        scene.Lanes().Take(CommandScene.Record("no json", offset: 6), scene);
        await scene.Becomes(7);

        Assert.Equal("no json", Encoding.UTF8.GetString(Assert.Single(scene.DeadLetters.Arrived).Value));
        Assert.Equal(4, calls);
    }

    private static Task Hold(string method, TaskCompletionSource began, TaskCompletionSource open)
    {
        if (method != nameof(IConversationGrain.Post))
            return Task.CompletedTask;
        began.TrySetResult();
        return open.Task;
    }
}
