using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;

namespace Grainline.Gateway.Tests.Apis;

public sealed class TicketListsApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly Actor Boss = new(ActorKind.Agent, "boss", "boss", StaffRoles.Admin);

    [Fact]
    public async Task List_ByTeamAndTenant_HasWhatTheCallerSees()
    {
        var (boss, cleo) = await Desk("shown");
        await Create("shown", "t1", "care", "camera is broken");
        await Create("shown", "t2", "billing", "camera invoice");
        await Create("elsewhere", "t3", "default", "camera of others");
        var all = await Eventually.Becomes(() => host.Post("/api/v1/tickets/list", new { order = "number", descending = false }, boss), page => Ids(page).Length == 2);
        Assert.Equal(["t1", "t2"], Ids(all));
        Assert.Equal(["t2"], Ids(await host.Post("/api/v1/tickets/list", new { }, cleo)));
        Assert.Empty(Ids(await host.Post("/api/v1/tickets/list", new { filter = new { teams = new[] { "care" } } }, cleo)));
        Assert.Equal(["t2"], Ids(await host.Post("/api/v1/tickets/list", new { filter = new { teams = new[] { "care", "billing" } } }, cleo)));
        var counts = await host.Post("/api/v1/tickets/counts", new { filters = new object[] { new { }, new { assignees = new[] { "me" } }, new { categories = new[] { "new", "open" } } } }, boss);
        Assert.Equal([2, 0, 2], counts.GetProperty("counts").EnumerateArray().Select(c => c.GetInt32()));

        var first = await host.Post("/api/v1/tickets/list", new { limit = 1, order = "number", descending = false }, boss);
        var second = await host.Post("/api/v1/tickets/list", new { limit = 1, order = "number", descending = false, cursor = first.GetProperty("next").GetString() }, boss);
        Assert.Equal(["t1", "t2"], Ids(first).Concat(Ids(second)));
        var broken = await host.Post("/api/v1/tickets/list", new { limit = 1, order = "number", descending = false, cursor = "bm90IGEgY3Vyc29y" }, boss);
        Assert.Equal(["t1"], Ids(broken));

        await host.Grains.Ticket(new("shown", "t1")).Apply(new(Boss, "r1", [new SetSubject("camera is mended")]));
        var position = all.GetProperty("position").GetInt64();
        // A list may be newer than the position that came with it: then a ticket that it had is told once more.
        await Eventually.Becomes(
            () => host.Post("/api/v1/tickets/changes", new { since = position }, boss),
            c => c.GetProperty("changed").EnumerateArray().Any(t => (t.GetProperty("ticketId").GetString(), t.GetProperty("subject").GetString()) == ("t1", "camera is mended")));
        Assert.Equal(["t1"], (await host.Post("/api/v1/tickets/changes", new { since = position }, cleo)).GetProperty("gone").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task Search_ByTeamAndTenant_FindsWhatTheCallerSees()
    {
        var (boss, cleo) = await Desk("found");
        await Create("found", "t1", "care", "\u76F8\u673A\u574F\u4E86 camera");
        await Create("found", "t2", "billing", "\u76F8\u673A\u53D1\u7968 camera");
        await Create("elsewhere2", "t3", "default", "camera");
        var found = await Eventually.Becomes(() => host.Post("/api/v1/search", new { text = "\u76F8\u673A" }, boss), page => page.GetProperty("items").GetArrayLength() == 2);
        Assert.All(found.GetProperty("items").EnumerateArray(), hit => Assert.Contains("\u0002\u76F8\u673A\u0003", hit.GetProperty("excerpt").GetString(), StringComparison.Ordinal));
        var mine = await host.Post("/api/v1/search", new { text = "camera", conversations = true }, cleo);
        Assert.Equal(["t2"], mine.GetProperty("items").EnumerateArray().Select(hit => hit.GetProperty("ticket").GetProperty("ticketId").GetString()));
        Assert.Equal(202, (await host.Post("/api/v1/search", new { text = "camera" }, await host.VisitorToken())).Code());
    }

    [Fact]
    public async Task Audit_ByWhoOversees_IsOthersNot()
    {
        var (boss, cleo) = await Desk("audited");
        await Create("audited", "t1", "care", "camera");
        var page = await Eventually.Becomes(() => host.Get("/api/v1/audit?person=boss&limit=10", boss), p => p.GetProperty("items").GetArrayLength() > 0);
        var entry = page.GetProperty("items").EnumerateArray().Last();
        Assert.Equal(("t1", "created", "boss"), (entry.GetProperty("ticketId").GetString(), entry.GetProperty("entry").GetProperty("kind").GetString(), entry.GetProperty("entry").GetProperty("by").GetProperty("id").GetString()));
        Assert.Equal(202, (await host.Get("/api/v1/audit?person=boss", cleo)).Code());
        Assert.Equal(0, (await host.Get("/api/v1/audit?person=boss&to=2020-01-01T00:00:00Z", boss)).GetProperty("items").GetArrayLength());
        Assert.Equal(100, (await host.Get("/api/v1/audit?person=a%20b", boss)).Code());
        Assert.Equal(100, (await host.Get("/api/v1/audit?person=boss&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", boss)).Code());
    }

    public static TheoryData<string, string> Misshapen => new()
    {
        { "tickets/list", """{"limit":201}""" },
        { "tickets/list", """{"limit":0}""" },
        { "tickets/list", """{"order":"colour"}""" },
        { "tickets/list", """{"filter":{"teams":["a b"]}}""" },
        { "tickets/list", """{"filter":{"assignees":[null]}}""" },
        { "tickets/list", """{"filter":{"fields":{"a\"b":1}}}""" },
        { "tickets/list", """{"filter":{"tags":["two words"]}}""" },
        { "tickets/list", $$"""{"cursor":"{{new string('x', 300)}}"}""" },
        { "tickets/changes", "{}" },
        { "tickets/changes", """{"since":-1}""" },
        { "tickets/changes", """{"since":0,"limit":1001}""" },
        { "tickets/counts", """{"filters":[]}""" },
        { "tickets/counts", """{"filters":[null]}""" },
        { "search", "{}" },
        { "search", """{"text":" "}""" },
        { "search", $$"""{"text":"{{new string('x', 201)}}"}""" },
        { "search", """{"text":"x","limit":51}""" },
    };

    [Theory]
    [MemberData(nameof(Misshapen))]
    public async Task Request_OfAnotherShape_IsRefused(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        Assert.Equal(100, (await host.Send(request, await host.StaffToken("sam"))).Code());
    }

    [Fact]
    public async Task Request_OfTooManyBytes_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/search") { Content = JsonContent.Create(new { text = new string('x', 70_000) }) };
        request.Headers.Authorization = new("Bearer", await host.StaffToken("sam"));
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    /// <summary>A tenant with two departments: the boss oversees, Cleo serves billing.</summary>
    private async Task<(string Boss, string Cleo)> Desk(string tenant)
    {
        var boss = await host.Hire($"boss-{tenant}", StaffRoles.Admin, tenant, "support");
        var cleo = await host.Hire($"cleo-{tenant}", StaffRoles.Agent, tenant, "support");
        var desk = host.Grains.Desk(tenant);
        foreach (var (id, members) in new[] { ("care", Array.Empty<string>()), ("billing", [$"cleo-{tenant}"]) })
            Assert.Null((await desk.SaveTeam(Boss, new(id, id, [.. members], "default", ["default"], null, null))).Refusal);
        return (boss, cleo);
    }

    private async Task Create(string tenant, string id, string team, string subject) => Assert.Null(
        (await host.Grains.Ticket(new(tenant, id)).Create(new(Boss, team, subject, Grainline.Routing.Priority.Normal, null, JsonText.EmptyObject, null, null, null, []))).Refusal);

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("ticketId").GetString()!)];
}
