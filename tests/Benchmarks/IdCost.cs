using System.Diagnostics;
using System.Globalization;
using Grainline.Ids;
using Microsoft.Extensions.Options;

namespace Grainline.Benchmarks;

/// <summary>CPU of one id, in turn with the ids that .NET brings along, as number and as text, from one thread and from two. Run with the argument "ids".</summary>
internal static class IdCost
{
    private const int Rounds = 7;
    private const int Ids = 1_000_000;

    internal static async Task RunAsync(TextWriter output)
    {
        var source = Source();
        await output.WriteLineAsync("                       threads   ours ns CPU    B   Guid ns CPU    B   ratio (lowest to highest of the rounds)");
        foreach (var threads in new[] { 1, 2 })
        {
            await CompareAsync(output, "id", threads, () => Numbers(source), Guids);
            await CompareAsync(output, "id and its text", threads, () => Texts(source), GuidTexts);
        }
    }

    private static long Numbers(IdSource source)
    {
        var sum = 0L;
        for (var i = 0; i < Ids; i++)
            sum += source.Next().Value;
        return sum;
    }

    private static long Guids()
    {
        var sum = 0L;
        for (var i = 0; i < Ids; i++)
            sum += Guid.CreateVersion7().Version;
        return sum;
    }

    private static long Texts(IdSource source)
    {
        var sum = 0L;
        for (var i = 0; i < Ids; i++)
            sum += source.Next().ToString().Length;
        return sum;
    }

    private static long GuidTexts()
    {
        var sum = 0L;
        for (var i = 0; i < Ids; i++)
            sum += Guid.CreateVersion7().ToString("N").Length;
        return sum;
    }

    // In turn, so that a neighbour on the machine disturbs both; the ratio is taken of each round.
    private static async Task CompareAsync(TextWriter output, string name, int threads, Func<long> ours, Func<long> guid)
    {
        var rounds = new List<((double Nanoseconds, double Bytes) Ours, (double Nanoseconds, double Bytes) Guid)>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add((Measure(threads, ours), Measure(threads, guid)));
        var best = rounds.MinBy(r => r.Ours.Nanoseconds);
        var bestGuid = rounds.MinBy(r => r.Guid.Nanoseconds);
        double[] ratios = [.. rounds.Skip(1).Select(r => r.Ours.Nanoseconds / r.Guid.Nanoseconds).Order()];
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{name,-22} {threads,7}   {best.Ours.Nanoseconds,11:F1} {best.Ours.Bytes,4:F0}   {bestGuid.Guid.Nanoseconds,11:F1} {bestGuid.Guid.Bytes,4:F0}   {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2})"));
    }

    private static (double Nanoseconds, double Bytes) Measure(int threads, Func<long> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() => GC.KeepAlive(work()))).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        var made = (double)threads * Ids;
        return ((Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / made, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / made);
    }

    // Without a store: the number is held and its ids are reserved for longer than this runs.
    private static IdSource Source()
    {
        var hour = TimeSpan.FromHours(1);
        var term = new IdTerm(1, 0, TimeProvider.System, hour);
        term.Extend(IdTerm.Clock(TimeProvider.System) + (long)hour.TotalMilliseconds, Stopwatch.GetTimestamp() + (long)hour.TotalSeconds * Stopwatch.Frequency);
        var source = new IdSource(Options.Create(new IdOptions()), TimeProvider.System);
        source.Serve(term);
        return source;
    }
}
