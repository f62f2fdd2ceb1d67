using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// A data folder: journal, states, checkpoints and node numbers in one file with one writer. Open it once, use <see cref="Journal"/>, <see cref="States"/>,
/// <see cref="Checkpoints"/> and <see cref="Nodes"/> from any thread, dispose it to drain and close.
/// </summary>
public sealed class SqliteStore : IJournalStore, IDisposable
{
    private readonly SqliteJournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteStore> _logger;
    private readonly Lock _gate = new();
    private SqliteEngine? _engine;
    private bool _isClosed;

    /// <param name="options">Where and how; not validated here, <c>AddSqliteJournal</c> does that.</param>
    /// <param name="time">Measures the patience with a full queue; the system's clock when null.</param>
    /// <param name="logger">Receives failures of whole groups; nothing when null.</param>
    public SqliteStore(SqliteJournalOptions options, TimeProvider? time = null, ILogger<SqliteStore>? logger = null)
    {
        _options = options;
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<SqliteStore>.Instance;
        Journal = new SqliteJournal(this, options);
        States = new SqliteStateStore(this, options);
        Checkpoints = new SqliteCheckpointStore(this);
        Nodes = new SqliteNodeLeases(this);
    }

    public IJournal Journal { get; }

    public IStateStore States { get; }

    public ICheckpointStore Checkpoints { get; }

    public INodeLeases Nodes { get; }

    internal SqliteEngine Engine => Volatile.Read(ref _engine)
        ?? throw new JournalUnavailableException(_isClosed ? "The journal is closed." : "The journal is not open yet.");

    /// <summary>Locks the folder, creates or migrates the file, starts the writer. Everything before that fails as unavailable.</summary>
    /// <exception cref="JournalUnavailableException">Another process has the folder, or it cannot be written.</exception>
    /// <exception cref="JournalCorruptException">The file is damaged, foreign or of a newer format; it is left as it is.</exception>
    public Task OpenAsync(CancellationToken cancellationToken = default) => Task.Run(Open, cancellationToken);

    /// <summary>Serves what is waiting, folds the log into the file, closes it and frees the folder. Safe to repeat.</summary>
    public ValueTask DisposeAsync() => new(Task.Run(Dispose));

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Interlocked.Exchange(ref _engine, null)?.Dispose();
        }
    }

    private void Open()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_engine is null) Volatile.Write(ref _engine, SqliteEngine.Start(_options, _time, _logger));
        }
    }
}
