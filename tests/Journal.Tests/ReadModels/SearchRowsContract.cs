using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>Search: words of any script, who may see what, pages, budget.</summary>
public abstract class SearchRowsContract<TBackend> : ReadModelTest<TBackend>
    where TBackend : ReadModelBackend, new()
{
    private long _position;

    [Theory]
    [InlineData("refund", "1")]
    [InlineData("REFUND camera", "1")]
    [InlineData("ref", "1")]
    [InlineData("ref ", "")]
    [InlineData("camera refund", "1")]
    [InlineData("\"camera refund\"", "")]
    [InlineData("\"refund for the camera\"", "1")]
    [InlineData("\u9000\u6B3E", "2")]
    [InlineData("\u7533\u8BF7\u9000", "2")]
    [InlineData("\u9000\u7533", "")]
    [InlineData("\u6B3E", "2")]
    [InlineData("\u9000\u6B3E iphone", "2")]
    [InlineData("\uFF49\uFF30\uFF48\uFF4F\uFF4E\uFF45", "2")]
    [InlineData("resume", "3")]
    [InlineData("R\u00E9sum\u00E9", "3")]
    [InlineData("ada@example.com", "3")]
    [InlineData("example.com ada", "3")]
    [InlineData("\u3053\u3093\u306B\u3061\u306F", "3")]
    [InlineData("", "")]
    [InlineData("!? \"", "")]
    [InlineData("\" OR *", "")]
    [InlineData("nowhere refund", "")]
    public async Task Search_ByWords_FindsTheTexts(string text, string numbers)
    {
        await Tickets(3);
        await Index(1, "A refund for the camera, please");
        await Index(2, "\u6211\u8981\u7533\u8BF7\u9000\u6B3E\uFF0CiPhone\u574F\u4E86");
        await Index(3, "My r\u00E9sum\u00E9: ada@example.com \u3053\u3093\u306B\u3061\u306F");
        Assert.Equal(numbers, string.Join(' ', await Found(Query(text))));
    }

    [Fact]
    public async Task Search_Matches_AreMarkedInTheExcerpt()
    {
        await Tickets(1);
        await Index(1, string.Join(' ', Enumerable.Repeat("word", 100)) + " the late refund\ncame \u9000\u6B3E\u7533\u8BF7 " + string.Join(' ', Enumerable.Repeat("more", 100)));
        var hit = Assert.Single((await Search(Query("\"late refund\" \u6B3E\u7533\u8BF7"))).Hits);
        Assert.Contains("the \u0002late refund\u0003 came \u9000\u0002\u6B3E\u7533\u8BF7\u0003 more", hit.Excerpt, StringComparison.Ordinal);
        Assert.StartsWith("\u2026", hit.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith("\u2026", hit.Excerpt, StringComparison.Ordinal);
        Assert.InRange(hit.Excerpt.Length, 100, 170);
        Assert.Equal(1, hit.Seq);
    }

    [Fact]
    public async Task Search_ANumber_HasThatTicketFirstAndOnce()
    {
        await Tickets(3);
        await Index(1, "see 3 and 2");
        await Head(3, "subject of 3");
        foreach (var text in new[] { "3", "#3" })
            Assert.Equal(["3", "1"], await Found(Query(text)));
        Assert.Empty(await Found(Query("3", new(Tenant, "bo", ["billing"]))));
    }

    [Fact]
    public async Task Search_AHeadThatChanged_IsFoundByItsNewWordsOnly()
    {
        await Tickets(1);
        await Head(1, "broken camera");
        await Head(1, "broken lens");
        Assert.Empty(await Found(Query("camera")));
        var hit = Assert.Single((await Search(Query("lens"))).Hits);
        Assert.Equal(("broken \u0002lens\u0003", null), (hit.Excerpt, hit.Seq));
        Assert.Equal("broken lens", await Backend.Search.HeadAsync(Tenant, SearchKind.Ticket, "t1", Cancelled));
    }

    [Fact]
    public async Task Search_OfOneTeamOrAnotherTenant_SeesItsOwnOnly()
    {
        await Tickets(3);
        await Backend.Tickets.WriteAsync([Ticket(2, 2) with { Team = "billing" }, Ticket(3, 2) with { Watchers = ["bo"] }], [], Cancelled);
        await Backend.Tickets.WriteAsync([Ticket(1, 1, "other")], [], Cancelled);
        foreach (var number in new[] { 1, 2, 3 })
            await Index(number, "camera");
        await Backend.Search.WriteAsync([Comment(1, ++_position, "camera", "other")], Cancelled);
        Assert.Equal(["2", "3"], (await Found(Query("camera", new(Tenant, "bo", ["billing"])))).Order());
        Assert.Equal(["1"], await Found(Query("camera", new("other", "bo", null))));
        Assert.Empty(await Found(Query("camera", new("third", "bo", null))));
        Assert.Equal(["2"], await Found(Query("camera") with { Filter = new() { Teams = ["billing"] } }));
    }

    [Fact]
    public async Task Search_Conversations_ByQueueOrAsTheirAgentAndOnlyWhenAsked()
    {
        await Backend.Conversations.WriteAsync([Conversation("c1", "support"), Conversation("c2", "vip"), Conversation("c3", "vip", "bo")], Cancelled);
        foreach (var id in new[] { "c1", "c2", "c3" })
            await Backend.Search.WriteAsync([Message(id, ++_position, "where is my camera")], Cancelled);
        var bo = Query("camera", new(Tenant, "bo", [])) with { Queues = ["support"] };
        Assert.Empty((await Search(bo)).Hits);
        Assert.Equal(["conversation c1", "conversation c3"], (await Search(bo with { Conversations = true })).Hits.Select(h => Text(h.Json)).Order());
        Assert.Equal(3, (await Search(bo with { Conversations = true, Queues = null })).Hits.Count);
        Assert.Empty((await Search(bo with { Conversations = true, Filter = TicketRowFilter.Everything })).Hits);
    }

    [Fact]
    public async Task Search_PageByPage_HasEveryTicketOnceAlsoBeyondWhatIsRankedAtOnce()
    {
        await Tickets(50);
        foreach (var number in Enumerable.Range(1, 50))
            await Index(number, "common word");
        var (seen, query) = (new List<string>(), Query("common word") with { Limit = 4, Candidates = 20 });
        while (true)
        {
            var page = await Search(query);
            seen.AddRange(page.Hits.Select(h => Text(h.Json)));
            if (page.Next is not { } next)
                break;
            query = query with { After = next };
        }

        Assert.Equal(50, seen.Count);
        Assert.Equal(50, seen.Distinct().Count());
        Assert.Equal("row 50", seen[0]);
    }

    [Fact]
    public async Task Search_RareWordsAndShortTexts_StandFirst()
    {
        await Tickets(12);
        await Index(1, "zebra " + string.Join(' ', Enumerable.Repeat("camera", 3)));
        foreach (var number in Enumerable.Range(2, 9))
            await Index(number, "camera and a long text about something else that has nothing to do with it");
        await Head(11, "camera");
        Assert.Equal("11", (await Found(Query("camera")))[0]);
        Assert.Equal("1", (await Found(Query("camera")))[1]);
        Assert.Equal(["1"], await Found(Query("camera zebra")));
    }

    [Fact]
    public async Task Write_TheSameBatchTwiceCutElsewhere_ChangesNothing()
    {
        await Tickets(2);
        SearchText[] texts = [Comment(1, 1, "one camera"), Comment(2, 2, "two cameras"), Comment(1, 2, "three camera")];
        await Backend.Search.WriteAsync(texts[..1], Cancelled);
        await Backend.Search.WriteAsync(texts, Cancelled);
        await Backend.ReopenAsync();
        await Backend.Search.WriteAsync(texts[1..], Cancelled);
        Assert.Equal(2, await Backend.Search.ReadAsync(ISearchRows.Projection, Cancelled));
        Assert.Equal(["1", "2"], (await Found(Query("camera") with { Candidates = 3 })).Order());
    }

    [Fact]
    public async Task Search_BeyondItsBudget_IsCutAndSaysSo()
    {
        await Tickets(1);
        await Index(1, "camera");
        var page = await Search(Query("camera") with { Budget = TimeSpan.Zero });
        Assert.True(page.Cut);
        Assert.Empty(page.Hits);
        Assert.False((await Search(Query("camera"))).Cut);
    }

    private static SearchRowQuery Query(string text, TicketRowReader? reader = null) =>
        new(reader ?? Everybody, null, text, null, false, null, 20, Start.AddDays(1), 200, TimeSpan.FromMinutes(1));

    private async Task<SearchRowPage> Search(SearchRowQuery query) => await Backend.Search.SearchAsync(query, Cancelled);

    private async Task<string[]> Found(SearchRowQuery query) => [.. (await Search(query)).Hits.Select(h => Text(h.Json)["row ".Length..])];

    private async Task Tickets(int count) => await Backend.Tickets.WriteAsync([.. Enumerable.Range(1, count).Select(n => Ticket(n))], [], Cancelled);

    private async Task Index(int number, string text) => await Backend.Search.WriteAsync([Comment(number, ++_position, text)], Cancelled);

    private async Task Head(int number, string text) => await Backend.Search.WriteAsync([Comment(number, ++_position, text) with { Seq = 0 }], Cancelled);
}
