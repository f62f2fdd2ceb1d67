using Grainline.Conversations;
using Grainline.Journal;
using Grainline.Tests.Conversations;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Integrations;

public sealed class OutboxRelayTests
{
    [Fact]
    public async Task Relay_SeveralConversations_SendsEveryPublishedEventInOrder()
    {
        await using var host = await GrainHost.Start("amy");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => host.Talk($"c{i}", "one", "two", "three")));
        using var producer = new FakeProducer();
        using var relay = host.Relay(producer);

        await relay.CatchUp(host);

        var told = producer.Arrived.Select(Told.Read).ToList();
        Assert.Equal(await host.Published(), told.Select(t => (t.Stream, t.Seq)));
        Assert.All(told, t => Assert.Equal((t.Stream, GrainHost.Tenant), (t.Key, t.Tenant)));
        Assert.Equal(3, told.Count(t => t is { Stream: "conversation/acme/c0", Type: "conversation.message" }));
    }

    [Fact]
    public async Task Relay_BrokerFailsInTheMiddle_LosesNothingAndDoublesAreRecognised()
    {
        await using var host = await GrainHost.Start("amy");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => host.Talk($"c{i}", "one", "two")));
        var calls = 0;
        using var producer = new FakeProducer { FailAfter = batch => ++calls % 3 == 0 ? null : batch.Count / 2 };
        using var relay = host.Relay(producer, configure: o => o.BatchSize = 7);

        await relay.CatchUp(host);

        var told = producer.Arrived.Select(Told.Read).ToList();
        var expected = await host.Published();
        Assert.True(told.Count > expected.Count, "Nothing came twice: the test did not test.");
        Assert.Equal(expected.GroupBy(e => e.Stream).ToDictionary(s => s.Key, s => s.Select(e => e.Seq).ToList()),
            Told.Once(told).GroupBy(t => t.Stream).ToDictionary(s => s.Key, s => s.Select(t => t.Seq).ToList()));
    }

    [Fact]
    public async Task Relay_KilledBetweenConfirmationAndCheckpoint_NextOneSendsTheBatchAgain()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1", "one", "two");
        var dying = new DyingCheckpoints(host.Checkpoints());
        using var first = new FakeProducer();
        using (var relay = host.Relay(first, dying))
        {
            await relay.StartAsync(CancellationToken.None);
            await dying.Died;
            await relay.StopAsync(CancellationToken.None);
        }

        using var second = new FakeProducer();
        using var heir = host.Relay(second);
        await heir.CatchUp(host);

        Assert.NotEmpty(first.Arrived);
        var told = first.Arrived.Concat(second.Arrived).Select(Told.Read);
        Assert.Equal(await host.Published(), Told.Once(told).Select(t => (t.Stream, t.Seq)));
    }

    [Fact]
    public async Task Relay_BrokerAway_WaitsWithItsCheckpointAndThenGoesOn()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1", "one");
        var back = new TaskCompletionSource();
        using var producer = new FakeProducer { Reachable = back.Task };
        using var relay = host.Relay(producer);
        await relay.StartAsync(CancellationToken.None);

        // Nothing waits for Kafka: conversations go on.
        await host.Talk("c2", "two");
        Assert.Equal(0, await host.Checkpoints().ReadAsync("kafka"));
        Assert.Empty(producer.Arrived);
        back.SetResult();
        await relay.WaitUntilHandledAsync(host.Journal.CommittedPosition).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        Assert.Equal(await host.Published(), producer.Arrived.Select(Told.Read).Select(t => (t.Stream, t.Seq)));
        Assert.Equal(host.Journal.CommittedPosition, await host.Checkpoints().ReadAsync("kafka"));
        await relay.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Relay_NotesAndContactData_NeverLeave(bool content)
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1", "包裹还没到。");
        Assert.True((await host.Conversation("c1").Post(new(People.Supervisor, "n1", "strictly internal", MessageKind.Note))).Succeeded);
        Assert.True((await host.Visitor.Register(new("acme", "Ada Lovelace", "ada@example.com", true))).Succeeded);
        using var producer = new FakeProducer();
        using var relay = host.Relay(producer, configure: o => o.Content = content);

        await relay.CatchUp(host);

        var everything = string.Concat(producer.Arrived.Select(Told.Read).Select(t => t.Text));
        Assert.Contains("visitor.registered", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("strictly internal", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", everything, StringComparison.Ordinal);
        Assert.Equal(content, everything.Contains("包裹还没到。", StringComparison.Ordinal));
    }

    private sealed class DyingCheckpoints(ICheckpointStore inner) : ICheckpointStore
    {
        private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Died => _died.Task;

        public ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default) => inner.ReadAsync(projection, cancellationToken);

        public async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default)
        {
            _died.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
    }
}
