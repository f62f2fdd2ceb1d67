using Grainline.Journal.ReadModels.Search;
using Npgsql;
using static Grainline.Journal.Postgres.ReadModels.PostgresText;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>The index of words in PostgreSQL. Its checkpoint only rises: a process that was held up after it had written, and comes late with its position, would let texts be added twice.</summary>
internal sealed class PostgresSearchRows(NpgsqlDataSource source, TimeProvider time) : PostgresRows(source), ISearchRows
{
    private readonly WordCounts<SearchWord> _counts = new();

    public async ValueTask<string?> HeadAsync(string tenant, SearchKind kind, string id, CancellationToken cancellationToken = default) =>
        (await All(Command(SearchReads.HeadOf, tenant, (short)kind, id), row => row.GetString(0), cancellationToken)).SingleOrDefault();

    /// <summary>0 also for an index of another version of <see cref="Words"/>, which the next texts throw away.</summary>
    public override async ValueTask<long> ReadAsync(string projection, CancellationToken cancellationToken = default) => (await All(
        Command("SELECT position FROM view_checkpoint WHERE projection = $1 AND EXISTS (SELECT FROM search_version WHERE version = $2)", projection, Words.Version),
        row => row.GetInt64(0), cancellationToken)).FirstOrDefault();

    /// <summary>Stores a higher position; a lower one changes nothing, and 0 empties the index.</summary>
    public override async ValueTask WriteAsync(string projection, long position, CancellationToken cancellationToken = default) => await Alone(async writes =>
    {
        if (position == 0)
            await writes.Empty(cancellationToken);
        await writes.Reach(position, cancellationToken);
    }, cancellationToken);

    public async ValueTask WriteAsync(IReadOnlyCollection<SearchText> texts, CancellationToken cancellationToken = default)
    {
        if (texts.Count > 0)
            await Alone(writes => writes.Write(texts, cancellationToken), cancellationToken);
    }

    public ValueTask<SearchRowPage> SearchAsync(SearchRowQuery query, CancellationToken cancellationToken = default) =>
        Use(connection => new SearchReads(connection, query, time).Page(cancellationToken), cancellationToken);

    /// <summary>All or nothing, while nobody else writes.</summary>
    private async ValueTask Alone(Func<SearchWrites, Task> write, CancellationToken cancellationToken)
    {
        var written = false;
        try
        {
            written = await Use(async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var writes = new SearchWrites(connection, _counts);
                await writes.TakeTurn(cancellationToken);
                await write(writes);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }, cancellationToken);
        }
        finally
        {
            if (!written)
                _counts.Forget();
        }
    }
}
