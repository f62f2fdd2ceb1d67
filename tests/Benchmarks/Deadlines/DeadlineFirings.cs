using System.Diagnostics;
using System.Globalization;
using Grainline.Deadlines;

namespace Grainline.Benchmarks;

/// <summary>
/// 100,000 armed deadlines: how long arming takes, how late they fire while a part of them is due, singly and in bursts, and whether all are armed again after kill -9. Each firing wakes a cold
/// conversation, which reads its stream, and clears the deadline durably. Run with the argument "deadlines".
/// </summary>
internal static class DeadlineFirings
{
    private const int Armed = 100_000;
    private const int Steady = 10_000;
    private const int Bursts = 5;
    private const int BurstSize = 4_000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(25);
    private static readonly TimeProvider Time = TimeProvider.System;

    internal static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("grainline-deadlines-").FullName;
        try
        {
            await Fire(Path.Combine(folder, "fire"), output);
            await Kill(Path.Combine(folder, "kill"), output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Arms all of them, says so, and goes on setting them again until it is killed.</summary>
    internal static async Task ArmForeverAsync(string folder, TextWriter output)
    {
        await using var silo = await SiloOnDisk.Start(folder);
        var due = Time.GetUtcNow().AddHours(2);
        for (var round = 0; ; round++)
        {
            var at = due.AddMinutes(round);
            await Arm(silo, Armed, i => new(DeadlineTargetKind.Conversation, $"bench/{i}", "later", "", at.AddMilliseconds(i)));
            await output.WriteLineAsync($"armed {round}");
            await output.FlushAsync();
        }
    }

    private static async Task Fire(string folder, TextWriter output)
    {
        var errors = new FiringErrors();
        await using var silo = await SiloOnDisk.Start(folder, errors.Heard);
        var watch = Stopwatch.StartNew();
        var later = Time.GetUtcNow().AddHours(2);
        const int Due = Steady + (Bursts * BurstSize);
        await Arm(silo, Armed - Due, i => new(DeadlineTargetKind.Conversation, $"bench/{i}", "later", "", later.AddMilliseconds(i)));
        var rate = (Armed - Due) / watch.Elapsed.TotalSeconds;

        // Far enough ahead for the arming itself, which is at least as fast as just measured.
        var start = Time.GetUtcNow() + TimeSpan.FromSeconds((2 * Due / rate) + 2);
        await Arm(silo, Steady, i => new(DeadlineTargetKind.Conversation, $"bench/steady-{i}", "steady", "", start + (Window * ((double)i / Steady))));
        await Arm(silo, Bursts * BurstSize, i => new(DeadlineTargetKind.Conversation, $"bench/burst-{i}", "burst", "", start + (Window * ((double)(i / BurstSize) / Bursts))));
        var all = await Count(silo);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"armed {all:N0}, {rate:N0}/s; {Due:N0} of them are due within {Window.TotalSeconds:F0} s"));
        if (Time.GetUtcNow() > start)
            throw new InvalidOperationException("Arming took longer than it was given.");

        while (errors.Count < Due && Time.GetUtcNow() < start + (2 * Window))
            await Task.Delay(TimeSpan.FromMilliseconds(100), Time);
        await output.WriteLineAsync("firing      of them    p50 ms    p99 ms    max ms    min ms");
        await output.WriteLineAsync(errors.Row("steady"));
        await output.WriteLineAsync(errors.Row("burst"));
        var still = await Count(silo);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"still armed {still:N0}"));
    }

    private static async Task Kill(string folder, TextWriter output)
    {
        var self = Environment.ProcessPath!;
        string[] started = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(DeadlineFirings).Assembly.Location] : [];
        using var child = Process.Start(new ProcessStartInfo(self, [.. started, "deadlines-arm", folder]) { RedirectStandardOutput = true })!;
        try
        {
            if (await child.StandardOutput.ReadLineAsync() is not "armed 0")
                throw new InvalidOperationException("The process that arms has ended by itself.");

            // In the middle of the next round, so that the kill meets writes and snapshots under way.
            await Task.Delay(TimeSpan.FromSeconds(1), Time);
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync();
        }

        var watch = Stopwatch.StartNew();
        await using var silo = await SiloOnDisk.Start(folder);
        var up = watch.Elapsed;
        var count = await Count(silo);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"after kill -9: armed again {count:N0}, silo up after {up.TotalSeconds:F2} s, all shards ready after {watch.Elapsed.TotalSeconds:F2} s"));
        if (count != Armed)
            throw new InvalidOperationException($"{Armed - count} deadlines are lost.");
    }

    private static Task Arm(SiloOnDisk silo, int count, Func<int, Deadline> make) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = 512 },
        async (i, _) =>
        {
            var deadline = make(i);
            await silo.Grains.DeadlinesOf(deadline.Key).Set(deadline);
        });

    private static async Task<int> Count(SiloOnDisk silo) =>
        (await Task.WhenAll(Enumerable.Range(0, DeadlineGrains.Shards).Select(shard => silo.Grains.DeadlineShard(shard).Count()))).Sum();
}
