using System.Globalization;
using Grainline.Journal.Postgres;
using Grainline.Journal.Postgres.Schema;
using Grainline.Testing.Postgres;
using Npgsql;

namespace Grainline.Benchmarks;

/// <summary>
/// Entries a second that the PostgreSQL journal commits for many streams at once, each waiting for its own before the next, and one INSERT with a commit of its own for each into the same server. Rounds take turns, so that
/// what disturbs the machine disturbs both. Below that, grain states in our table and by Orleans' statements. Run with the argument "journal"; about half a minute.
/// </summary>
internal static class JournalCost
{
    private const int Rounds = 4;
    private const int AtOnce = 256;
    private const int StatesAtOnce = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.5);

    internal static async Task RunAsync(TextWriter output)
    {
        await using var inserts = await PostgresInserts.Start();
        if (inserts is null)
        {
            await output.WriteLineAsync(PostgresInstallation.HowToInstall);
            return;
        }
        var options = new PostgresOptions { ConnectionString = inserts.Connection };
        await new PostgresSchema(options).MigrateAsync();
        await using var source = NpgsqlDataSource.Create(PostgresConnections.Program(options));
        await using var store = new PostgresStore(options, source);
        await store.OpenAsync();
        var writers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => StreamOfEntries.Open(store.Journal, $"bench/{n}")));
        var states = Enumerable.Range(0, StatesAtOnce).Select(n => new StateWrites(store.States, inserts.Connection, n)).ToArray();

        await Compare(output, $"entries of {AtOnce} streams", AtOnce, (n, stop) => writers[n].Append(stop), "one INSERT each", (_, stop) => inserts.Life(stop));
        await Compare(output, $"states of {StatesAtOnce} grains, our table", StatesAtOnce, (n, stop) => states[n].Ours(stop), "Orleans' statements", (n, stop) => states[n].Orleans(stop));
    }

    private static async Task Compare(TextWriter output, string what, int atOnce, Func<int, CancellationToken, Task<int>> ours, string other, Func<int, CancellationToken, Task<int>> theirs)
    {
        await Rate(atOnce, ours, WarmUp);
        await Rate(atOnce, theirs, WarmUp);
        var (mine, others) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            mine.Add(await Rate(atOnce, ours, Round));
            others.Add(await Rate(atOnce, theirs, Round));
        }
        var ratios = mine.Zip(others, (a, b) => a / b).Order().ToArray();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {mine.Order().ElementAt(Rounds / 2):F0}/s; {other}: {others.Order().ElementAt(Rounds / 2):F0}/s; ratio {ratios[Rounds / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2})"));
    }

    private static async Task<double> Rate(int atOnce, Func<int, CancellationToken, Task<int>> work, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time, TimeProvider.System);
        var (started, done) = (TimeProvider.System.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async n =>
        {
            await Task.Yield();
            while (!stop.IsCancellationRequested)
                Interlocked.Add(ref done, await work(n, stop.Token));
        }));
        return done / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }
}
