using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Work;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets.Work;

public sealed class BulkRunTests
{
    private static IBulkRunGrain Run(GrainHost host, string id = "b1") => host.Grains.BulkRun(new(GrainHost.Tenant, id));

    private static ImmutableArray<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(i => $"t{i}")];

    private static async Task<GrainHost> Tickets(int count)
    {
        var host = await Start();
        await Task.WhenAll(Ids(count).Select(id => host.Created(id)));
        return host;
    }

    private static async Task<BulkRunView> Ends(GrainHost host, string id = "b1") => (await Eventually.Becomes(
        () =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            return Eventually.Answers(() => Run(host, id).View(Boss));
        },
        v => v.Value?.EndedAt is not null)).Value!;

    private static async Task<int> Said(GrainHost host, string ticket) => (await host.Ticket(ticket).Entries(Boss)).Count(e => e.Kind == "note");

    [Fact]
    public async Task Start_ManyTickets_ChangesEachOnceAndListsThoseThatRefuse()
    {
        await using var host = await Tickets(250);
        await host.Ticket("t7").Does(Boss, new ForceState("closed", "over"));
        var command = new StartBulkRun(Amy, [.. Ids(250), "missing"], [Note("bulk"), new SetSubject("Recall")], "Recall");
        Done(await Run(host).Start(command));
        Done(await Run(host).Start(command));
        var view = await Ends(host);
        Assert.Equal((251, 251, 2, false), (view.Total, view.Done, view.FailedCount, view.Cancelled));
        Assert.Equal([("missing", ErrorCode.TicketNotFound), ("t7", ErrorCode.TicketEnded)], view.Failed.Select(f => (f.TicketId, f.Code)).Order());
        foreach (var id in Ids(250).Remove("t7"))
            Assert.Equal((1, "Recall"), (await Said(host, id), (await host.Ticket(id).View(Boss)).Value!.Subject));
        Assert.Equal("Recall", (await host.Ticket("t0").Entries(Boss)).Last(e => e.Kind == "note").Macro);
        Assert.InRange((await host.Journal.ReadAsync("bulk-run/acme/b1", 0, 100)).Count, 3, 8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_CutOffInTheMiddle_GoesOnAndChangesEachOnce(bool restart)
    {
        await using var host = await Tickets(230);
        var reached = new TaskCompletionSource();
        var changes = 0;
        host.AfterCall = call =>
        {
            if (call.InterfaceMethod.Name != nameof(ITicketGrain.Apply) || Interlocked.Increment(ref changes) is < 150 or >= 170)
                return Task.CompletedTask;
            reached.TrySetResult();
            throw new CutOffException();
        };
        Done(await Run(host).Start(new(Amy, Ids(230), [Note("bulk")])));
        await reached.Task;
        if (restart)
            await host.Restart();
        var view = await Ends(host);
        Assert.Equal((230, 0), (view.Done, view.FailedCount));
        foreach (var id in Ids(230))
            Assert.Equal(1, await Said(host, id));
    }

    [Fact]
    public async Task Start_ATicketThatCannotBeReached_IsGivenUpAfterAWhile()
    {
        await using var host = await Tickets(3);
        host.BeforeCall = call => call.InterfaceMethod.Name == nameof(ITicketGrain.Apply) && call.TargetContext.GrainId.ToString().EndsWith("t1", StringComparison.Ordinal)
            ? throw new CutOffException() : Task.CompletedTask;
        Done(await Run(host).Start(new(Amy, Ids(3), [Note("bulk")])));
        var view = await Ends(host);
        Assert.Equal(("t1", ErrorCode.Internal), Assert.Single(view.Failed.Select(f => (f.TicketId, f.Code))));
        host.BeforeCall = static _ => Task.CompletedTask;
        Assert.Equal((1, 0, 1), (await Said(host, "t0"), await Said(host, "t1"), await Said(host, "t2")));
    }

    [Fact]
    public async Task Cancel_InTheMiddle_LeavesTheRestAsItWas()
    {
        await using var host = await Tickets(60);
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var changes = 0;
        host.BeforeCall = call =>
        {
            if (call.InterfaceMethod.Name != nameof(ITicketGrain.Apply) || Interlocked.Increment(ref changes) <= 20)
                return Task.CompletedTask;
            started.TrySetResult();
            return go.Task;
        };
        Done(await Run(host).Start(new(Amy, Ids(60), [Note("bulk")])));
        await started.Task;
        Refused(ErrorCode.TicketNotFound, await Run(host).Cancel(Bob));
        Assert.True(Done(await Run(host).Cancel(Amy)).Cancelled);
        go.SetResult();
        var view = await Ends(host);
        Assert.True(view is { Cancelled: true, Done: >= 20 and < 60 }, $"{view}");
        var said = 0;
        foreach (var id in Ids(60))
            said += await Said(host, id);
        Assert.Equal(view.Done, said);
    }

    [Fact]
    public async Task Subscribe_WhileItRuns_IsToldAtMostFiveTimesASecondAndOfTheEnd()
    {
        await using var host = await Tickets(200);
        var ear = new Ear();
        var observer = host.Grains.CreateObjectReference<IGatewayObserver>(ear);
        var go = new TaskCompletionSource();
        host.BeforeCall = call => call.InterfaceMethod.Name == nameof(ITicketGrain.Apply) ? go.Task : Task.CompletedTask;
        Done(await Run(host).Start(new(Amy, Ids(200), [Note("bulk")])));
        Refused(ErrorCode.TicketNotFound, await Run(host).Subscribe(new("g", observer, host.Clock.GetUtcNow().AddHours(1)), Bob));
        Assert.Equal(0, Done(await Run(host).Subscribe(new("g", observer, host.Clock.GetUtcNow().AddHours(1)), Amy)).Done);
        go.SetResult();

        // The clock stands: however much is done meanwhile, one picture goes out, and the next when time goes on.
        await Eventually.Becomes(() => Run(host).View(Amy), v => v.Value?.EndedAt is not null);
        await Eventually.Becomes(() => Task.FromResult(ear.Heard.Count), heard => heard == 1);
        Assert.Equal(1, Assert.Single(ear.Heard).Done);
        host.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await Eventually.Becomes(() => Task.FromResult(ear.Heard.LastOrDefault()), last => last is { EndedAt: not null, Done: 200 });
        Assert.Equal(2, ear.Heard.Count);
        GC.KeepAlive(ear);
    }

    [Fact]
    public async Task Start_Wrong_IsRefused()
    {
        await using var host = await Tickets(1);
        Refused(ErrorCode.InvalidArgument, await Run(host).Start(new(Amy, [], [Note("bulk")])));
        Refused(ErrorCode.InvalidArgument, await Run(host).Start(new(Amy, ["t0", "t0"], [Note("bulk")])));
        Refused(ErrorCode.InvalidArgument, await Run(host).Start(new(Amy, [.. Enumerable.Range(0, 5_001).Select(i => $"x{i}")], [Note("bulk")])));
        Refused(ErrorCode.InvalidArgument, await Run(host).Start(new(Amy, ["t0"], [])));
        Refused(ErrorCode.Forbidden, await Run(host).Start(new(Ada, ["t0"], [Note("bulk")])));
        Refused(ErrorCode.TicketNotFound, await Run(host).View(Boss));
        Done(await Run(host).Start(new(Amy, ["t0"], [Note("bulk")])));
        Refused(ErrorCode.TicketNotFound, await Run(host).Start(new(Bob, ["t0"], [Note("bulk")])));
        Refused(ErrorCode.TicketNotFound, await Run(host).View(Bob));
    }

    private sealed class Ear : IGatewayObserver
    {
        public ConcurrentQueue<BulkRunView> Heard { get; } = [];

        public Task Deliver(ImmutableArray<PushItem> items)
        {
            foreach (var push in items.OfType<BulkRunPush>())
                Heard.Enqueue(push.Run);
            return Task.CompletedTask;
        }
    }
}
