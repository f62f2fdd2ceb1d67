using Grainline.Journal.Postgres.Schema;
using Grainline.Journal.Postgres.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>What runs only while the journal is open: the writers, and the watch over growth.</summary>
internal sealed class PostgresEngine : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly GroupWriter[] _writers;
    private readonly Task _writing;
    private readonly Task _watching;

    private PostgresEngine(NpgsqlDataSource source, PostgresOptions options, TimeProvider time, ILogger logger, GrowthWatch growth)
    {
        Growth = growth;
        _writers = [.. Enumerable.Range(0, options.Writers).Select(_ => new GroupWriter(source, options, time, growth.Committed, logger))];
        _writing = Task.WhenAll(_writers.Select(writer => Task.Run(writer.RunAsync)));
        _watching = Task.WhenAll(Task.Run(() => growth.RunAsync(_stopping.Token)), Task.Run(() => growth.ListenAsync(_stopping.Token)));
    }

    public GrowthWatch Growth { get; }

    public static async Task<PostgresEngine> StartAsync(NpgsqlDataSource source, PostgresOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await using (var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false))
                await SchemaCheck.RunAsync(connection, cancellationToken).ConfigureAwait(false);
            var growth = new GrowthWatch(source, options, time, logger);
            await growth.RefreshAsync(cancellationToken).ConfigureAwait(false);
            return new(source, options, time, logger, growth);
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            throw PostgresFailure.Translate(failure);
        }
    }

    /// <summary>Always the same one for a stream, so that its writes keep their order.</summary>
    public GroupWriter WriterOf(string stream) => _writers[(uint)string.GetHashCode(stream, StringComparison.Ordinal) % (uint)_writers.Length];

    /// <summary>Serves what is waiting, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers) writer.Close();
        await _writing.ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _stopping.Dispose();
    }
}
