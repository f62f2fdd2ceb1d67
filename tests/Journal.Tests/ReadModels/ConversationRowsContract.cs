using Grainline.Journal.ReadModels;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>The list of conversations: what a reader may see, its order, its pages, batches that come twice.</summary>
public abstract class ConversationRowsContract<TBackend> : ReadModelTest<TBackend>
    where TBackend : ReadModelBackend, new()
{
    private IConversationRows Rows => Backend.Conversations;

    [Fact]
    public async Task Find_WhatWasWritten_IsTheSame()
    {
        var row = Conversation("c\u9000", "vip", "amy") with { Version = 7 };
        await Rows.WriteAsync([row, Conversation("c2", "vip")], Cancelled);
        await Backend.ReopenAsync();
        var found = (await Rows.FindAsync(Tenant, "c\u9000", Cancelled))!;
        Assert.Equal(row with { Json = default }, found with { Json = default });
        Assert.Equal(Text(row.Json), Text(found.Json));
        Assert.Null((await Rows.FindAsync(Tenant, "c2", Cancelled))!.Assignee);
        Assert.Null(await Rows.FindAsync("other", "c2", Cancelled));
    }

    [Fact]
    public async Task Write_AnOlderVersion_ChangesNothing()
    {
        await Rows.WriteAsync([Conversation("c1", "vip") with { Version = 5 }], Cancelled);
        await Rows.WriteAsync([Conversation("c1", "old") with { Version = 4 }, Conversation("c1", "again") with { Version = 5 }], Cancelled);
        Assert.Equal("vip", (await Rows.FindAsync(Tenant, "c1", Cancelled))!.Queue);
        await Rows.WriteAsync([Conversation("c1", "first") with { Version = 6 }, Conversation("c1", "last") with { Version = 7 }], Cancelled);
        Assert.Equal("last", (await Rows.FindAsync(Tenant, "c1", Cancelled))!.Queue);
    }

    [Fact]
    public async Task List_PageByPage_HasEveryConversationOnceNewestFirst()
    {
        var random = new Random(3);
        StoredRow[] all = [.. Enumerable.Range(1, 40).Select(n => Conversation($"c{n}", "vip") with { LastAt = Start.AddMinutes(random.Next(5)) })];
        await Rows.WriteAsync(all, Cancelled);
        var (seen, query) = (new List<StoredRow>(), Everything with { Limit = 7 });
        while (await Rows.ListAsync(query, Cancelled) is { Count: > 0 } page)
        {
            seen.AddRange(page);
            query = query with { Before = new(page[^1].LastAt, page[^1].Id) };
        }

        Assert.Equal(all.OrderByDescending(c => c.LastAt).ThenByDescending(c => c.Id, StringComparer.Ordinal).Select(c => c.Id), seen.Select(c => c.Id));
    }

    public static TheoryData<string, RowQuery> Queries => new()
    {
        { "4 3 2 1", Everything },
        { "3", Everything with { Statuses = ["Closed"] } },
        { "4 3 2 1", Everything with { Statuses = ["Open", "Closed"] } },
        { "4 2", Everything with { Queues = ["vip"] } },
        { "3 2 1", Everything with { Queues = ["support"], OrAssignee = "amy" } },
        { "2", Everything with { Queues = [], OrAssignee = "amy" } },
        { "", Everything with { Queues = [] } },
        { "2", Everything with { Assignee = "amy" } },
        { "", Everything with { Assignee = "amy", Queues = ["support"] } },
        { "", Everything with { Tenant = "other" } },
        { "", Everything with { Tenant = "' OR 1 --" } },
        { "4 3", Everything with { Limit = 2 } },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task List_ByQuery_HasThose(string ids, RowQuery query)
    {
        StoredRow[] rows = [Conversation("1", "support"), Conversation("2", "vip", "amy"), Conversation("3", "support") with { Status = "Closed" }, Conversation("4", "vip")];
        await Rows.WriteAsync([.. rows.Index().Select(row => row.Item with { LastAt = Start.AddMinutes(row.Index) })], Cancelled);
        Assert.Equal(ids, string.Join(' ', (await Rows.ListAsync(query, Cancelled)).Select(row => row.Id)));
    }

    private static RowQuery Everything => new(Tenant, [], null, null, null, null, 100);
}
