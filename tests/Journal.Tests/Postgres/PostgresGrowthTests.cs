using Grainline.Journal.Postgres;

namespace Grainline.Journal.Tests.Postgres;

/// <summary>How a process hears of what others have committed.</summary>
public sealed class PostgresGrowthTests : PostgresTest
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact(Timeout = 60_000)]
    public async Task WaitForGrowth_CommitInAnotherProcess_IsToldByANotification()
    {
        await using var writer = await OpenAsync(Never);
        await using var waiter = await OpenAsync(Never);
        await HeardAsync(waiter);
        var (epoch, head) = await writer.Store.Journal.OpenAsync("s", Cancelled);

        for (var round = 0; round < 3; round++)
        {
            var growth = waiter.Store.Journal.WaitForGrowthAsync(waiter.Store.Journal.CommittedPosition, Cancelled);
            head = await writer.Store.Journal.AppendAsync("s", epoch, head, [new("Noted", new byte[5], DateTimeOffset.UnixEpoch)], Cancelled);
            await growth;
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task WaitForGrowth_CommitThatNobodyTold_IsFoundByLooking()
    {
        await using var process = await OpenAsync(TimeSpan.FromMilliseconds(50));
        var (epoch, head) = await process.Store.Journal.OpenAsync("s", Cancelled);
        var growth = process.Store.Journal.WaitForGrowthAsync(0, Cancelled);
        await using var open = await OpenTransaction.AppendAsync(await ConnectAsync(PostgresConnections.Program(Database.Options)), "s", epoch, head, "quiet");
        await open.CommitAsync();

        await growth;
    }

    private Task<PostgresProcess> OpenAsync(TimeSpan pollInterval)
    {
        var options = Database.Options;
        options.PollInterval = pollInterval;
        return PostgresProcess.OpenAsync(options);
    }

    /// <summary>It listens by now.</summary>
    private async Task HeardAsync(PostgresProcess process)
    {
        await using var connection = await ConnectAsync(Database.SuperuserConnection);
        while (await ScalarAsync(connection, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND state = 'idle'") is not 2L)
            Cancelled.ThrowIfCancellationRequested();
        Assert.Equal(0, process.Store.Journal.CommittedPosition);
    }
}
