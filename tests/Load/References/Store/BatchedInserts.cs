using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Grainline.Load.References;

/// <summary>
/// One writer for all conversations: what comes while a commit runs is the next batch, one statement and one transaction. So nobody waits for a batch to
/// fill, and the more there is to do the larger the batches are.
/// </summary>
internal sealed class BatchedInserts(NpgsqlDataSource database) : BackgroundService
{
    private const int MostRows = 1_024;

    private readonly Channel<PendingRow> _pending = Channel.CreateBounded<PendingRow>(new BoundedChannelOptions(8_192) { SingleReader = true });
    private readonly ConcurrentDictionary<string, Sequence> _sequences = new();

    /// <returns>The message's number in its conversation, after the commit.</returns>
    public async Task<long> Insert(PostRequest post, string author, DateTimeOffset at)
    {
        var row = new PendingRow(post, _sequences.GetOrAdd(post.ConversationId, _ => new()).Next(), author, at);
        await _pending.Writer.WriteAsync(row);
        await row.Committed;
        return row.Seq;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        await using var statement = new InsertStatement(connection);
        await statement.Prepare(stoppingToken);
        var batch = new List<PendingRow>(MostRows);
        while (await _pending.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < MostRows && _pending.Reader.TryRead(out var row))
                batch.Add(row);
            await Commit(statement, batch, stoppingToken);
            batch.Clear();
        }
    }

    private static async Task Commit(InsertStatement statement, List<PendingRow> batch, CancellationToken cancellation)
    {
        try
        {
            await statement.Execute(batch, cancellation);
        }
        catch (NpgsqlException failed)
        {
            foreach (var row in batch)
                row.Fail(failed);
            return;
        }
        foreach (var row in batch)
            row.Commit();
    }

    private sealed class Sequence
    {
        private long _last;

        public long Next() => Interlocked.Increment(ref _last);
    }
}
