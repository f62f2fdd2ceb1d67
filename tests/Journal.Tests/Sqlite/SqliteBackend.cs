using Grainline.Journal.Sqlite;

namespace Grainline.Journal.Tests.Sqlite;

public sealed class SqliteBackend : JournalBackend
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStore? _store;

    public SqliteJournalOptions Options => new() { Directory = _folder.Path };

    public override IJournal Journal => Store.Journal;

    public override IStateStore States => Store.States;

    public override ICheckpointStore Checkpoints => Store.Checkpoints;

    public override INodeLeases Nodes => Store.Nodes;

    public SqliteStore Store => _store ?? throw new InvalidOperationException("Not opened.");

    public override async Task OpenAsync()
    {
        _store = new SqliteStore(Options);
        await _store.OpenAsync();
    }

    public override async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        await OpenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        _folder.Dispose();
    }
}
