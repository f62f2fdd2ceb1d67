using Grainline.Journal;
using Grainline.Journal.Sqlite;

namespace Grainline.Tests.Ids;

/// <summary>A store in a folder of its own.</summary>
internal sealed class IdStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grainline-ids-").FullName;
    private readonly SqliteStore _store;

    private IdStore() => _store = new SqliteStore(new SqliteJournalOptions { Directory = _folder });

    public INodeLeases Nodes => _store.Nodes;

    public static async Task<IdStore> Open()
    {
        var store = new IdStore();
        await store._store.OpenAsync(TestContext.Current.CancellationToken);
        return store;
    }

    /// <summary>From now on the store answers nothing.</summary>
    public ValueTask Close() => _store.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
