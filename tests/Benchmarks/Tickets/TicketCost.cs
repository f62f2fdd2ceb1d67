using System.Globalization;

namespace Grainline.Benchmarks;

/// <summary>
/// Durable transitions of tickets a second, many tickets at once, and one INSERT for each transition into PostgreSQL on the same cores. Rounds take turns, so that what disturbs the machine disturbs both.
/// Run with the argument "tickets"; pinned, on Linux, by <c>taskset -c 1</c>: what PostgreSQL starts is pinned with it.
/// </summary>
internal static class TicketCost
{
    private const int Rounds = 4;
    private const int AtOnce = 256;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3.5);

    internal static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("grainline-tickets-");
        try
        {
            await using var silo = await SiloOnDisk.Start(folder.FullName);
            var lives = await TicketLives.SetUp(silo.Grains);
            await using var postgres = await PostgresInserts.Start();
            await output.WriteLineAsync($"{AtOnce} tickets at once, {Environment.ProcessorCount} cores, {TicketLives.Transitions} transitions a ticket: create, five updates, solve");
            await Measure("warm-up", ct => lives.Live(TicketLives.Plain, ct), WarmUp);
            await Measure("warm-up", ct => lives.Live(TicketLives.Promising, ct), WarmUp);
            if (postgres is not null)
                await Measure("warm-up", postgres.Life, WarmUp);
            var (plain, promising, inserts) = (new List<Rate>(), new List<Rate>(), new List<Rate>());
            for (var round = 0; round < Rounds; round++)
            {
                plain.Add(await Measure("tickets", ct => lives.Live(TicketLives.Plain, ct), Round));
                promising.Add(await Measure("tickets with promises", ct => lives.Live(TicketLives.Promising, ct), Round));
                if (postgres is not null)
                    inserts.Add(await Measure("PostgreSQL", postgres.Life, Round));
            }

            await Tell(output, "tickets", plain, inserts);
            await Tell(output, "tickets with two promises each", promising, inserts);
            if (postgres is null)
                await output.WriteLineAsync("PostgreSQL is not installed, so there is nothing to compare with. Debian: apt-get install postgresql");
            else
                await Tell(output, "PostgreSQL, one INSERT each", inserts, inserts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Rate> Measure(string what, Func<CancellationToken, Task<int>> life, TimeSpan time)
    {
        GC.Collect();
        using var stop = new CancellationTokenSource(time, TimeProvider.System);
        var (started, cpu, done) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            await Task.Yield();
            while (!stop.IsCancellationRequested)
                Interlocked.Add(ref done, await life(stop.Token));
        }));
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        return new(what, done / seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / done);
    }

    private static Task Tell(TextWriter output, string what, List<Rate> rates, List<Rate> inserts)
    {
        var ratios = rates.Zip(inserts, (mine, other) => mine.PerSecond / other.PerSecond).Order().ToArray();
        var ratio = ratios.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"   ratio {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2})");
        return output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{what,-32} {Median(rates, r => r.PerSecond),8:N0} transitions/s {Median(rates, r => r.Cpu),8:F0} us CPU of this process each{ratio}"));
    }

    private static double Median(List<Rate> rates, Func<Rate, double> of) => rates.Select(of).Order().ElementAt(rates.Count / 2);

    private sealed record Rate(string What, double PerSecond, double Cpu);
}
