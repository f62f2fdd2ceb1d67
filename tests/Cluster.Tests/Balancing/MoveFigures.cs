using System.Diagnostics;
using Grainline.Push;
using Orleans.Core.Internal;
using Orleans.Runtime;

namespace Grainline.Cluster.Tests.Balancing;

/// <summary>What a move costs, beside a plain call and an activation. Prints; whether it is fast is for a quiet machine to say.</summary>
public sealed class MoveFigures(ITestOutputHelper output)
{
    private const int Times = 60;
    private const int Messages = 1_000;

    [Fact]
    public async Task Move_OfAConversation_IsAnsweredFromItsNewPlace()
    {
        await using var cluster = await BalancedCluster.Start(("Balancing:Enabled", "false"));
        var ear = new Ear();
        var gateway = cluster.Grains.CreateObjectReference<IGatewayObserver>(ear);
        var talk = new Talk(cluster.Grains, 0, TimeSpan.FromMilliseconds(1));
        Assert.True(await cluster.On(1, () => talk.Open(gateway)));
        using (var enough = new CancellationTokenSource())
        {
            var talking = talk.Run(enough.Token);
            while (talk.Posted < Messages)
                await Task.Yield();
            await enough.CancelAsync();
            await talking;
        }

        var grain = GrainId.Create("conversation", talk.Key);
        var (plain, moved, cold) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            var target = 1 + (i + 1) % 2;
            plain.Add(await Time(() => talk.View()));
            moved.Add(await Time(async () =>
            {
                await cluster.Mover(0).Move(grain.ToString(), cluster.Silo(target).ToParsableString());
                Assert.True((await talk.View()).Succeeded);
            }));
            Assert.Equal(target, (await cluster.Places())[grain.ToString()]);
            await talk.View();

            await cluster.Grains.GetGrain<IGrainManagementExtension>(grain).DeactivateOnIdle();
            while ((await cluster.Places()).ContainsKey(grain.ToString()))
                await Task.Yield();
            cold.Add(await Time(() => cluster.On(target, () => talk.View())));
        }

        await talk.Check();
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"conversation of {talk.Posted} messages, medians of {Times}: plain call {Median(plain):F2} ms, cold activation {Median(cold):F2} ms ({Median(cold) / Median(plain):F1} x), move to first answer {Median(moved):F2} ms ({Median(moved) / Median(plain):F1} x, {Median(moved) / Median(cold):F2} of a cold activation); 95 of 100 moves within {At(moved, 0.95):F1} ms"));
        GC.KeepAlive(ear);
    }

    private static async Task<double> Time(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => At(times, 0.5);

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
