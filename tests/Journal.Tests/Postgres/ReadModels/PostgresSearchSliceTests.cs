using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Tests.ReadModels;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.Postgres.ReadModels;

/// <summary>Texts far apart: a search goes from slice to slice, and to the tickets themselves when these are few.</summary>
public sealed class PostgresSearchSliceTests : ReadModelTest<PostgresReadModelBackend>
{
    private const int TicketCount = 60;

    // More slices than are looked at together.
    private const long Gap = 16_384 * 70;

    [Theory]
    [InlineData("camera", 60)]
    [InlineData("cam", 60)]
    [InlineData("\"late camera\"", 30)]
    [InlineData("\u9000\u6B3E\u7533", 30)]
    [InlineData("\u6B3E", 60)]
    [InlineData("camera x7 ", 1)]
    [InlineData("camera lens", 0)]
    public async Task Search_PageByPageOverSlices_HasAllThatMatchOnce(string text, int hits)
    {
        await FillAsync();
        foreach (var candidates in new[] { 7, 200 })
        {
            var found = await AllAsync(Query(text) with { Candidates = candidates, Limit = 5 });
            Assert.Equal(hits, found.Count);
            Assert.Equal(hits, found.Distinct().Count());
        }
    }

    [Fact]
    public async Task Search_ByReaderOrFilterOfFewTickets_FindsTheirTextsInAllSlices()
    {
        await FillAsync();
        await Backend.Tickets.WriteAsync([Ticket(2, 2) with { Team = "billing" }, Ticket(31, 2) with { Watchers = ["bo"] }, Ticket(59, 2) with { Team = "billing", Tags = ["vip"] }], [], Cancelled);
        var bo = Query("camera") with { Reader = new(Tenant, "bo", ["billing"]) };
        Assert.Equal(["row 2", "row 31", "row 59"], (await AllAsync(bo)).Order());
        Assert.Equal(["row 2", "row 31", "row 59"], (await AllAsync(bo with { Candidates = 1, Limit = 1 })).Order());
        Assert.Equal(["row 59"], await AllAsync(Query("\"late camera\"") with { Filter = new() { Tags = ["vip"] } }));
        Assert.Empty(await AllAsync(Query("\"late camera\"") with { Filter = new() { Number = 2 } }));
        Assert.Empty(await AllAsync(bo with { Reader = new("other", "bo", null) }));
    }

    // Odd ones say it in another order than even ones.
    private async Task FillAsync()
    {
        await Backend.Tickets.WriteAsync([.. Enumerable.Range(1, TicketCount).Select(n => Ticket(n))], [], Cancelled);
        foreach (var third in Enumerable.Range(1, TicketCount).Chunk(TicketCount / 3))
        {
            await Backend.Search.WriteAsync([.. third.Select(n => Comment(n, n, n % 2 == 1 ? $"the late camera x{n} \u9000\u6B3E\u7533" : $"a camera is late x{n} \u6B3E\u7533\u3001\u9000\u6B3E"))], Cancelled);
            await Backend.Database.Execute($"UPDATE search_tenant SET last = last + {Gap}", Cancelled);
        }
    }

    private static SearchRowQuery Query(string text) => new(Everybody, null, text, null, false, null, 20, Start.AddDays(1), 200, TimeSpan.FromMinutes(1));

    private async Task<List<string>> AllAsync(SearchRowQuery query)
    {
        var found = new List<string>();
        while (true)
        {
            var page = await Backend.Search.SearchAsync(query, Cancelled);
            Assert.False(page.Cut);
            found.AddRange(page.Hits.Select(hit => Text(hit.Json)));
            if (page.Next is not { } next)
                return found;
            query = query with { After = next };
        }
    }
}
