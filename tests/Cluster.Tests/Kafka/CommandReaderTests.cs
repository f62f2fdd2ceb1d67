using System.Text;
using Grainline.Refusals;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>The consumer group and the real client library against brokers that it makes up itself.</summary>
public sealed class CommandReaderTests(MockBrokers brokers) : IClassFixture<MockBrokers>
{
    [Fact]
    public async Task Reader_GrainFails_StoresNothingAndTheNextOneBeginsThere()
    {
        var scene = new CommandScene(brokers) { Answer = command => command.Id == "n-5" ? new(ErrorCode.StorageUnavailable, "Away.") : null };
        await scene.Send(0, 10, keys: 1);
        using (var first = scene.Reader())
        {
            await first.StartAsync(CancellationToken.None);
            await Eventually.Is(() => scene.Asked.Count(c => c.Id == "n-5") > 3, "the sixth command is tried again and again");
            await first.StopAsync(CancellationToken.None);
        }

        Assert.DoesNotContain(scene.Asked, c => c.Id == "n-6");
        Assert.Equal(5, scene.Commands.Unread(scene.Group));
        var before = scene.Asked.Count;
        scene.Answer = static _ => null;
        using var second = scene.Reader();
        await second.StartAsync(CancellationToken.None);
        await Eventually.Is(() => scene.Asked.Count == before + 5, "the rest is done");
        await second.StopAsync(CancellationToken.None);

        Assert.Equal(["n-5", "n-6", "n-7", "n-8", "n-9"], scene.Asked.Skip(before).Select(c => c.Id));
        Assert.Equal(0, scene.Commands.Unread(scene.Group));
    }

    [Fact]
    public async Task Reader_PoisonAndRefusal_ArriveAmongTheDeadLetters()
    {
        var scene = new CommandScene(brokers) { Answer = static _ => new(ErrorCode.ConversationEnded, "The conversation is closed.") };
        await scene.Send("这不是命令");
        await scene.Send(0, 1, keys: 1);
        using var reader = scene.Reader();
        await reader.StartAsync(CancellationToken.None);
        await Eventually.Is(() => scene.DeadLetters.ReadAll().Count == 2, "both are put aside");
        await reader.StopAsync(CancellationToken.None);

        var letters = scene.DeadLetters.ReadAll().ToDictionary(l => Header(l, "grainline-code"));
        Assert.Equal(["100", "301"], letters.Keys.Order());
        Assert.Equal(("k", "这不是命令", scene.Commands.Name), (letters["100"].Message.Key, letters["100"].Message.Value, Header(letters["100"], "grainline-topic")));
        Assert.Equal(("ConversationEnded", "The conversation is closed."), (Header(letters["301"], "grainline-error"), Header(letters["301"], "grainline-reason")));
        Assert.Equal(0, scene.Commands.Unread(scene.Group));
    }

    [Fact]
    public async Task Readers_ComeAndGo_EveryCommandIsDoneAndEachKeyInOrder()
    {
        var scene = new CommandScene(brokers);
        await scene.Send(0, 300, keys: 20);
        using var first = scene.Reader();
        using var second = scene.Reader();
        await first.StartAsync(CancellationToken.None);
        await Eventually.Is(() => scene.Asked.Count > 20, "the first one works");
        await second.StartAsync(CancellationToken.None);
        for (var from = 300; from < 900; from += 100)
            await scene.Send(from, 100, keys: 20);
        await first.StopAsync(CancellationToken.None);
        await scene.Send(900, 100, keys: 20);
        await Eventually.Is(() => scene.Asked.DistinctBy(c => c.Id).Count() == 1_000, "all are done");
        await second.StopAsync(CancellationToken.None);

        // Done again is harmless, done before its turn is not.
        var order = scene.Asked.DistinctBy(c => c.Id).Select(c => int.Parse(c.Id[2..], System.Globalization.CultureInfo.InvariantCulture)).GroupBy(i => i % 20);
        Assert.All(order, key => Assert.Equal(key.Order(), key));
        Assert.Equal(0, scene.Commands.Unread(scene.Group));
        Assert.Empty(scene.DeadLetters.ReadAll());
    }

    private static string Header(Confluent.Kafka.ConsumeResult<string, string> letter, string name) => Encoding.UTF8.GetString(letter.Message.Headers.GetLastBytes(name));
}
