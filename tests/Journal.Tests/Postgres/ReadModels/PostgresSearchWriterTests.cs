using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Tests.ReadModels;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.Postgres.ReadModels;

/// <summary>Several processes over one index: one that was held up must not spoil what the next one writes.</summary>
public sealed class PostgresSearchWriterTests : ReadModelTest<PostgresReadModelBackend>
{
    [Fact]
    public async Task Write_TheSameTextsByTwoProcessesAtOnce_AreThereOnce()
    {
        SearchText[] texts = [.. Enumerable.Range(1, 200).Select(n => Comment(n, n, $"camera {n}"))];
        await Task.WhenAll(
            texts.Chunk(20).Select(async (chunk, i) => await (i % 2 == 0 ? Backend.Search : Backend.OtherSearch()).WriteAsync(texts[..(20 * (i + 1))], Cancelled)));
        Assert.Equal(200, await ScalarAsync("SELECT count(*) FROM search_doc"));
        Assert.Equal(200, await ScalarAsync("SELECT count(*) FROM search_text"));
        Assert.Equal(200, await ScalarAsync("SELECT texts FROM search_tenant"));
        Assert.Equal(200, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
    }

    [Fact]
    public async Task WriteCheckpoint_OfAProcessThatWasHeldUp_DoesNotTakeItBack()
    {
        await Backend.Search.WriteAsync([Comment(1, 5, "camera")], Cancelled);
        await Backend.OtherSearch().WriteAsync([Comment(1, 9, "lens")], Cancelled);
        await Backend.Search.WriteAsync(ISearchRows.Projection, 5, Cancelled);
        Assert.Equal(9, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
        await Backend.Search.WriteAsync(ISearchRows.Projection, 12, Cancelled);
        Assert.Equal(12, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
    }

    [Fact]
    public async Task WriteCheckpoint_Zero_EmptiesTheIndexForARebuild()
    {
        await Backend.Tickets.WriteAsync([Ticket(1)], [], Cancelled);
        await Backend.Search.WriteAsync([Comment(1, 5, "camera")], Cancelled);
        await Backend.Search.WriteAsync(ISearchRows.Projection, 0, Cancelled);
        Assert.Equal(0, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
        Assert.Equal(0, await ScalarAsync("SELECT (SELECT count(*) FROM search_doc) + (SELECT count(*) FROM search_text) + (SELECT count(*) FROM search_word)"));
        await Backend.Search.WriteAsync([Comment(1, 5, "camera")], Cancelled);
        Assert.Single((await SearchAsync("camera")).Hits);
    }

    [Fact]
    public async Task Write_OverAnIndexOfAnotherVersion_ThrowsItAway()
    {
        await Backend.Tickets.WriteAsync([Ticket(1)], [], Cancelled);
        await Backend.Search.WriteAsync([Comment(1, 5, "camera")], Cancelled);
        await Backend.Database.Execute("UPDATE search_version SET version = 999", Cancelled);
        Assert.Equal(0, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
        await Backend.Search.WriteAsync([Comment(1, 3, "lens")], Cancelled);
        Assert.Equal(3, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
        Assert.Empty((await SearchAsync("camera")).Hits);
        Assert.Single((await SearchAsync("lens")).Hits);
    }

    [Fact]
    public async Task Search_ThatTheDatabaseHasNotFinishedInTime_IsCut()
    {
        await Backend.Tickets.WriteAsync([Ticket(1)], [], Cancelled);
        await Backend.Search.WriteAsync([Comment(1, 1, "camera")], Cancelled);
        await using var holder = await Backend.Source.OpenConnectionAsync(Cancelled);
        await using var transaction = await holder.BeginTransactionAsync(Cancelled);
        await using var hold = holder.CreateCommand();
        hold.CommandText = "TRUNCATE search_doc";
        await hold.ExecuteNonQueryAsync(Cancelled);
        Assert.True((await SearchAsync("camera", TimeSpan.FromMilliseconds(50))).Cut);
        await transaction.RollbackAsync(Cancelled);
        Assert.Single((await SearchAsync("camera")).Hits);
    }

    [Fact]
    public async Task Write_ATextWithNul_IsStoredAndFound()
    {
        await Backend.Tickets.WriteAsync([Ticket(1).With("{\"model\":\"a\\u0000b\"}")], [], Cancelled);
        await Backend.Search.WriteAsync([Comment(1, 1, "late\0camera")], Cancelled);
        Assert.Equal("\u0002late\u0003 camera", Assert.Single((await SearchAsync("late\0")).Hits).Excerpt);
        var filter = new TicketRowFilter(Fields: new Dictionary<string, string> { ["model"] = "\"a\\u0000b\"" });
        Assert.Single(await Backend.Tickets.ListAsync(new(Everybody, filter, TicketRowOrder.Number, false, null, 9), Cancelled));
    }

    [Fact]
    public async Task EmptyViews_ByTheOwner_LeavesNothingAndNotByTheProgram()
    {
        await Backend.Conversations.WriteAsync([Conversation("c1", "vip")], Cancelled);
        await Backend.Conversations.WriteAsync("conversation-list", 9, Cancelled);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ScalarAsync("SELECT count(empty_views())"));
        await Backend.EmptyAsync();
        Assert.Null(await Backend.Conversations.FindAsync(Tenant, "c1", Cancelled));
        Assert.Equal(0, await Backend.Conversations.ReadAsync("conversation-list", Cancelled));
    }

    private async Task<SearchRowPage> SearchAsync(string text, TimeSpan? budget = null) => await Backend.Search.SearchAsync(
        new(Everybody, null, text, null, false, null, 20, Start.AddDays(1), 200, budget ?? TimeSpan.FromMinutes(1)), Cancelled);

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = Backend.Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancelled))!;
    }
}
