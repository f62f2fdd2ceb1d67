using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>
/// A database: journal, states, checkpoints, node numbers and turns of projections, shared by any number of processes. Open it once, use its parts from any thread, dispose it to drain and close.
/// </summary>
public sealed class PostgresStore : IJournalStore
{
    private readonly PostgresOptions _options;
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly ILogger<PostgresStore> _logger;
    private readonly SemaphoreSlim _gate = new(1);
    private PostgresEngine? _engine;
    private bool _isClosed;

    /// <param name="options">Where and how; not validated here, <c>AddPostgresJournal</c> does that.</param>
    /// <param name="source">Made from <see cref="PostgresConnections.Program"/>; the caller's to dispose, after the store.</param>
    /// <param name="time">Measures patience and intervals; the system's clock when null.</param>
    /// <param name="logger">Receives failures of whole groups; nothing when null.</param>
    public PostgresStore(PostgresOptions options, NpgsqlDataSource source, TimeProvider? time = null, ILogger<PostgresStore>? logger = null)
    {
        (_options, _source, _time, _logger) = (options, source, time ?? TimeProvider.System, logger ?? NullLogger<PostgresStore>.Instance);
        var reads = new PostgresReads(source, options, _time);
        Journal = new PostgresJournal(this, options, reads);
        States = new PostgresStateStore(this, options, reads);
        Checkpoints = new PostgresCheckpointStore(this, reads);
        Nodes = new PostgresNodeLeases(this);
        Turns = new PostgresFollowerTurns(this, _time);
    }

    public IJournal Journal { get; }

    public IStateStore States { get; }

    public ICheckpointStore Checkpoints { get; }

    public INodeLeases Nodes { get; }

    public IFollowerTurns Turns { get; }

    internal NpgsqlDataSource Source => Engine is not null ? _source : throw new JournalUnavailableException("The journal is closed.");

    internal PostgresEngine Engine => Volatile.Read(ref _engine)
        ?? throw new JournalUnavailableException(_isClosed ? "The journal is closed." : "The journal is not open yet.");

    /// <summary>Checks the schema and starts the writers. Everything before that fails as unavailable.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or refused.</exception>
    /// <exception cref="JournalCorruptException">The schema is older or newer than the program; it is left as it is.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_engine is null) Volatile.Write(ref _engine, await PostgresEngine.StartAsync(_source, _options, _time, _logger, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Serves what is waiting and stops. Safe to repeat.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            _isClosed = true;
            if (Interlocked.Exchange(ref _engine, null) is { } engine) await engine.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs one statement that must not be repeated, and waits for its commit.</summary>
    internal async Task<TResult> ExecuteAsync<TResult>(Func<NpgsqlConnection, Task<TResult>> execute, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await execute(connection).ConfigureAwait(false);
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            if (!PostgresFailure.IsRolledBack(failure)) _source.Clear();
            throw PostgresFailure.Translate(failure);
        }
    }
}
