using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresTestServer))]

namespace Grainline.Cluster.Tests.Fencing;

/// <summary>
/// Two activations of one conversation that know nothing of each other, as after a split of the network: the database lets one of them write, the other learns that it is
/// stale and ends.
/// </summary>
public sealed class FencingTests : IAsyncLifetime
{
    private const int Posts = 60;

    private static readonly ConversationKey Key = new("demo", "split");
    private static readonly Actor Ada = new(ActorKind.Visitor, "ada", "Ada");

    private readonly ConcurrentDictionary<string, long> _acknowledged = [];
    private PostgresDatabase? _database;
    private LoneSilo[] _silos = [];
    private int _refused;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresTestServer.CreateDatabase(TestContext.Current.CancellationToken);
        Assert.SkipWhen(_database is null, PostgresInstallation.HowToInstall);
        _silos = [await LoneSilo.Start(_database, "left"), await LoneSilo.Start(_database, "right")];
        Assert.True((await _silos[0].Grains.Conversation(Key).Open(
            new(new("ada", "Ada", false), "support", null, "en", ImmutableDictionary<string, string>.Empty))).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos)
            await silo.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Fact]
    public async Task Posts_ThroughTwoActivationsInTurn_AreWrittenOnceEachAndInOrder()
    {
        for (var i = 0; i < Posts; i++)
            await Post(_silos[i % 2], Id(i));

        var written = await Written();

        Assert.Equal(Enumerable.Range(0, Posts).Select(Id), written);
        Assert.True(_refused >= Posts / 2, $"Only {_refused} posts met a stale activation: there were no two.");
    }

    [Fact]
    public async Task Posts_ThroughTwoActivationsAtOnce_AreWrittenOnceEach()
    {
        await Task.WhenAll(_silos.Select((silo, side) => Task.Run(async () =>
        {
            for (var i = side; i < Posts; i += 2)
                await Post(silo, Id(i));
        })));

        var written = await Written();

        Assert.Equal(Enumerable.Range(0, Posts).Select(Id).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, Posts).Where(i => i % 2 == 0).Select(Id), written.Where(id => Number(id) % 2 == 0));
        Assert.Equal(Enumerable.Range(0, Posts).Where(i => i % 2 == 1).Select(Id), written.Where(id => Number(id) % 2 == 1));
        Assert.True(_refused > 0, "No post met a stale activation: there were no two.");
    }

    /// <summary>Repeats with the same id what met a stale activation, as gateways and clients do.</summary>
    private async Task Post(LoneSilo silo, string id)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var posted = await silo.Grains.Conversation(Key).Post(new(Ada, id, id));
                Assert.True(posted.Succeeded, posted.Refusal?.Message);
                _acknowledged[id] = posted.Value!.Seq;
                return;
            }
            catch (Exception e) when (tries < 200 && Faults.IsStale(e))
            {
                Interlocked.Increment(ref _refused);
            }
        }
    }

    /// <summary>The ids of the posts in the journal, in order; their places are those that were acknowledged, and no place is left out.</summary>
    private async Task<IReadOnlyList<string>> Written()
    {
        var entries = await _silos[0].Journal.ReadAsync($"conversation/{Key}", 0, 10_000, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(entry => entry.Seq));
        var posts = entries.Where(entry => entry.ClientId is not null).ToArray();
        Assert.All(posts, post => Assert.Equal(_acknowledged[post.ClientId!], post.Seq));
        return [.. posts.Select(post => post.ClientId!)];
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"m{number:D3}");

    private static int Number(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);
}
