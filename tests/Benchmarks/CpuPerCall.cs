using System.Globalization;

namespace Grainline.Benchmarks;

/// <summary>
/// CPU nanoseconds and bytes per call from the process counters: on a shared machine elapsed time tells more about the neighbours.
/// Run with the argument "cpu".
/// </summary>
internal static class CpuPerCall
{
    private const int Rounds = 5;
    private const int Calls = 1_000_000;

    internal static async Task RunAsync(TextWriter output)
    {
        var benchmark = new GrainCallBenchmark();
        await benchmark.StartAsync();
        var direct = await MeasureAsync(benchmark.Direct, Calls);
        await TellAsync(output, "direct call", direct, direct);
        await TellAsync(output, "grain call", await MeasureAsync(benchmark.Grain, Calls), direct);
        const int EachTime = GrainCallBenchmark.CallsPerRound;
        await TellAsync(output, "grain to grain", await MeasureAsync(benchmark.GrainToGrain, Calls / EachTime, EachTime), direct);
        await TellAsync(output, "grain call that yields", await MeasureAsync(benchmark.GrainThatYields, Calls / 10), direct);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await TellAsync(output, "activation", await MeasureAsync(benchmark.Activation, Calls / 50), direct);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{"idle activation",-24} {(GC.GetTotalMemory(forceFullCollection: true) - before) / (Rounds * Calls / 50)} B held"));
        await benchmark.StopAsync();
    }

    // The best of some rounds: whatever disturbs a round only makes it dearer.
    private static async Task<(double Nanoseconds, double Bytes)> MeasureAsync(Func<Task<int>> call, int count, int callsEach = 1)
    {
        var best = (Nanoseconds: double.MaxValue, Bytes: double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < count; i++)
                await call();
            var nanoseconds = (Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / count / callsEach;
            var allocated = (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / count / callsEach;
            best = (Math.Min(best.Nanoseconds, nanoseconds), Math.Min(best.Bytes, allocated));
        }
        return best;
    }

    private static Task TellAsync(TextWriter output, string name, (double Nanoseconds, double Bytes) cost, (double Nanoseconds, double Bytes) direct) =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{name,-24} {cost.Nanoseconds,8:F0} ns CPU {cost.Bytes,6:F0} B  "
            + $"overhead {cost.Nanoseconds - direct.Nanoseconds,6:F0} ns  ratio {cost.Nanoseconds / direct.Nanoseconds:F1}"));
}
