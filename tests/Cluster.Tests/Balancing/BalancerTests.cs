using System.Text.Json;
using Grainline.Push;

namespace Grainline.Cluster.Tests.Balancing;

/// <summary>Three silos, all hot conversations on one of them, and nobody who helps but the balancer.</summary>
public sealed class BalancerTests(ITestOutputHelper output)
{
    private const int Talks = 24;

    private static readonly (string, string)[] Hurried =
    [
        ("Balancing:Cycle", "00:00:01"), ("Balancing:Window", "00:00:02"), ("Balancing:MembershipPause", "00:00:03"), ("Balancing:YoungSilo", "00:00:00"),
        ("Balancing:MinimumRate", "5"), ("Balancing:CoolDown", "00:10:00"), ("Balancing:TargetCpu", "100"),
    ];

    [Fact]
    public async Task Balancer_AllHotConversationsOnOneSilo_SpreadsThemAndLosesNothing()
    {
        await using var cluster = await BalancedCluster.Start(Hurried);
        var ear = new Ear();
        var gateway = cluster.Grains.CreateObjectReference<IGatewayObserver>(ear);
        var talks = Enumerable.Range(0, Talks).Select(i => new Talk(cluster.Grains, i, TimeSpan.FromMilliseconds(60 + 15 * i))).ToArray();
        foreach (var talk in talks)
            Assert.True(await cluster.On(0, () => talk.Open(gateway)));
        var before = await Load(cluster, talks);
        Assert.Equal(0, before[1] + before[2]);

        using var enough = new CancellationTokenSource();
        var talking = talks.Select(t => t.Run(enough.Token)).ToArray();
        var after = await Becomes(() => Load(cluster, talks), load => load.Max() <= 1.3 * load.Average());
        await enough.CancelAsync();
        await Task.WhenAll(talking);
        var moves = (await cluster.Journal.ReadAsync("balancing/cluster", 0, 1_000)).Select(e => JsonDocument.Parse(e.Payload).RootElement).ToArray();
        output.WriteLine($"posts a second by silo: before {Say(before)}, after {Say(after)}; {moves.Length} moves, {talks.Sum(t => t.Posted)} posts, {talks.Sum(t => t.Repeated)} of them repeated");

        foreach (var talk in talks)
        {
            await talk.Check();

            // Leases have travelled: nobody has renewed one.
            await Becomes(() => Task.FromResult(ear.Heard.GetValueOrDefault(talk.Key)), heard => heard == talk.Head);
        }

        var places = await cluster.Places();
        Assert.NotEmpty(moves);
        Assert.Equal(moves.Length, moves.Select(m => m.GetProperty("grain").GetString()).Distinct().Count());
        Assert.All(moves, move =>
        {
            Assert.Equal(cluster.Silo(places[move.GetProperty("grain").GetString()!]).ToParsableString(), move.GetProperty("to").GetString());
            Assert.True(move.GetProperty("fromRate").GetDouble() > move.GetProperty("toRate").GetDouble());
            Assert.StartsWith("above 1.25 x the mean", move.GetProperty("rule").GetString());
        });
        Assert.Equal(Talks, places.Count);
        Assert.Equal(moves.Length, places.Values.Count(silo => silo != 0));
        Assert.Empty(cluster.Errors.Entries);
        GC.KeepAlive(ear);
    }

    // Nominal posts a second of the conversations that are active on each silo.
    private static async Task<double[]> Load(BalancedCluster cluster, Talk[] talks)
    {
        var places = await cluster.Places();
        var load = new double[3];
        foreach (var talk in talks)
        {
            if (places.TryGetValue($"conversation/{talk.Key}", out var silo))
                load[silo] += talk.Rate;
        }

        return load;
    }

    private static string Say(double[] load) => string.Join("/", load.Select(l => l.ToString("F0", System.Globalization.CultureInfo.InvariantCulture)));

    private static async Task<T> Becomes<T>(Func<Task<T>> read, Func<T, bool> expected)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (expected(value))
                return value;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2), $"Still {JsonSerializer.Serialize(value)}.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
