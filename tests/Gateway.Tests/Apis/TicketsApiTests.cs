using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Tickets.Desk;

namespace Grainline.Gateway.Tests.Apis;

public sealed class TicketsApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly Actor Admin = new(ActorKind.Agent, "admin", "Admin", StaffRoles.Admin);

    [Fact]
    public async Task Create_WithAnIdOfTheServer_CanBeRepeated()
    {
        var token = await host.Hire("tina", StaffRoles.Agent, "tick1", "support");
        var id = (await host.Post("/api/v1/tickets/ids", new { }, token)).GetProperty("ticketId").GetString();
        var body = new { ticketId = id, team = "default", subject = "Broken", tags = new[] { "A" }, comment = new { text = "It is\r\nbroken", @public = true } };
        var created = await host.Post("/api/v1/tickets", body, token);
        Assert.Equal(id, created.GetProperty("ticketId").GetString());
        Assert.Equal("a", created.GetProperty("tags")[0].GetString());
        Assert.Equal(JsonValueKind.Object, created.GetProperty("fields").ValueKind);
        var again = await host.Post("/api/v1/tickets", body, token);
        Assert.Equal(created.GetProperty("number").GetInt64(), again.GetProperty("number").GetInt64());
        var timeline = await host.Get($"/api/v1/tickets/{id}/timeline", token);
        Assert.Contains(timeline.GetProperty("entries").EnumerateArray(), e => e.GetProperty("text").GetString() == "It is\nbroken");
    }

    [Fact]
    public async Task Actions_OfEveryKind_BindAndAreOneChange()
    {
        var token = await host.Hire("tom", StaffRoles.Agent, "tick2", "support");
        var id = await Created(token);
        var applied = await Apply(id, token, "r1",
            new { kind = "subject", subject = "Other" }, new { kind = "priority", priority = "high" }, new { kind = "fields", fields = new { } }, new { kind = "addTags", tags = new[] { "x", "y" } },
            new { kind = "removeTags", tags = new[] { "y" } }, new { kind = "assign", agent = "me" }, new { kind = "comment", text = "Hello", @public = true }, new { kind = "watch" },
            new { kind = "trigger", trigger = "solve" });
        Assert.False(applied.GetProperty("duplicate").GetBoolean());
        var ticket = applied.GetProperty("ticket");
        Assert.Equal(("Other", "high", "solved", "tom"), (Text(ticket, "subject"), Text(ticket, "priority"), Text(ticket, "category"), Text(ticket.GetProperty("assignee"), "id")));
        Assert.Equal(["reopen", "close"], ticket.GetProperty("triggers").EnumerateArray().Select(t => Text(t, "trigger")));
        Assert.True((await Apply(id, token, "r1", new { kind = "unwatch" })).GetProperty("duplicate").GetBoolean());
        Assert.Equal(601, (await host.Post($"/api/v1/tickets/{id}/actions", new { requestId = "r2", ifVersion = 1, actions = new[] { new { kind = "unwatch" } } }, token)).Code());
        Assert.Equal(202, (await Apply(id, token, "r3", new { kind = "force", state = "open", reason = "because" })).Code());
        Assert.Equal(604, (await Apply(id, token, "r4", new { kind = "trigger", trigger = "pend" })).Code());
        Assert.Equal(605, (await Apply(id, token, "r5", new { kind = "fields", fields = new { wrong = 1 } })).Code());
    }

    [Fact]
    public async Task Requests_Malformed_AreRefusedAtTheDoor()
    {
        var token = await host.Hire("tess", StaffRoles.Agent, "tick3", "support");
        var id = await Created(token);
        Assert.Equal(100, (await host.Post("/api/v1/tickets", new { subject = "x" }, token)).Code());
        Assert.Equal(101, (await host.Post("/api/v1/tickets", new { subject = "", team = "default" }, token)).Code());
        Assert.Equal(100, (await host.Post("/api/v1/tickets", new { subject = "x\u0001", team = "default" }, token)).Code());
        Assert.Equal(608, (await host.Post("/api/v1/tickets", new { subject = "x", team = "none" }, token)).Code());
        Assert.Equal(100, (await Apply(id, token, "r", new { kind = "explode" })).Code());
        Assert.Equal(100, (await Apply(id, token, "r")).Code());
        Assert.Equal(103, (await Apply(id, token, "ä", new { kind = "watch" })).Code());
        Assert.Equal(101, (await Apply(id, token, "r", new { kind = "comment", text = " ", @public = true })).Code());
        Assert.Equal(100, (await Apply(id, token, "r", new { kind = "comment", text = "a\u0007", @public = true })).Code());
        Assert.Equal(100, (await Apply(id, token, "r", new { kind = "comment", text = (string?)null, @public = true })).Code());
        Assert.Equal(600, (await host.Get("/api/v1/tickets/a%20b", token)).Code());
        Assert.Equal(100, (await host.Get($"/api/v1/tickets/{id}/timeline?limit=0", token)).Code());
        Assert.Equal(200, (await host.Get($"/api/v1/tickets/{id}", null)).Code());
    }

    [Fact]
    public async Task Tickets_OfAnotherTenant_DoNotExist()
    {
        var id = await Created(await host.Hire("tim", StaffRoles.Agent, "tick4", "support"));
        var stranger = await host.Hire("sid", StaffRoles.Admin, "tick5", "support");
        Assert.Equal(600, (await host.Get($"/api/v1/tickets/{id}", stranger)).Code());
        Assert.Equal(600, (await Apply(id, stranger, "r", new { kind = "watch" })).Code());
        Assert.Equal(600, (await host.Get($"/api/v1/tickets/{id}", await host.VisitorToken())).Code());
    }

    [Fact]
    public async Task AsOf_ThePast_ShowsThePast()
    {
        var token = await host.Hire("tara", StaffRoles.Agent, "tick6", "support");
        var id = await Created(token);
        var then = (await host.Get($"/api/v1/tickets/{id}", token)).GetProperty("updatedAt").GetString()!;
        await Eventually.Becomes(() => Task.FromResult(TimeProvider.System.GetUtcNow()), now => now > DateTimeOffset.Parse(then, null) + TimeSpan.FromMilliseconds(5));
        await Apply(id, token, "r", new { kind = "subject", subject = "Later" });
        Assert.Equal("Broken", Text(await host.Get($"/api/v1/tickets/{id}?asOf={Uri.EscapeDataString(then)}", token), "subject"));
        Assert.Equal("Later", Text(await host.Get($"/api/v1/tickets/{id}", token), "subject"));
    }

    [Fact]
    public async Task Links_ByRest_StandOnBothSides()
    {
        var token = await host.Hire("tilda", StaffRoles.Agent, "tick7", "support");
        var (one, two) = (await Created(token), await Created(token));
        var linked = await host.Post($"/api/v1/tickets/{one}/links", new { kind = "childOf", otherTicketId = two }, token);
        Assert.Equal("childOf", Text(linked.GetProperty("links")[0], "kind"));
        Assert.Equal("parentOf", Text((await host.Get($"/api/v1/tickets/{two}", token)).GetProperty("links")[0], "kind"));
        Assert.Equal(612, (await host.Post($"/api/v1/tickets/{two}/links", new { kind = "childOf", otherTicketId = one }, token)).Code());
        Assert.Equal(0, (await host.Post($"/api/v1/tickets/{one}/links/remove", new { kind = "childOf", otherTicketId = two }, token)).GetProperty("links").GetArrayLength());
    }

    [Fact]
    public async Task Visitor_WithAPublicForm_IsTheRequester()
    {
        var desk = host.Grains.Desk("demo");
        var form = new FormSpec(
            "Contact", new("""{"type":"object","properties":{"order":{"type":"string"},"checked":{"type":"boolean"}},"required":["order"],"additionalProperties":false}"""),
            new("""{"fields":{"order":{"labels":{"en":"Order"},"requesterSees":true},"checked":{"labels":{"en":"Checked"}}}}"""), true, []);
        Assert.Null((await desk.PublishForm(Admin, "contact-test", form, null, false)).Refusal);
        Assert.Null((await desk.SaveTeam(Admin, new("contact-team", "Contact", [], "default", ["contact-test"], null, null))).Refusal);
        var visitor = await host.VisitorToken();
        Assert.Equal(608, (await host.Post("/api/v1/tickets", new { subject = "Help", form = "default" }, visitor)).Code());
        Assert.Equal(605, (await host.Post("/api/v1/tickets", new { subject = "Help", form = "contact-test", fields = new { } }, visitor)).Code());
        Assert.Equal(605, (await host.Post("/api/v1/tickets", new { subject = "Help", form = "contact-test", fields = new { order = "A-1", @checked = true } }, visitor)).Code());
        var made = await host.Post("/api/v1/tickets", new { subject = "Help", form = "contact-test", fields = new { order = "A-1" }, team = "default", priority = "urgent", tags = new[] { "vip" } }, visitor);
        Assert.Equal(["number", "ticketId"], made.EnumerateObject().Select(p => p.Name).Order());
        var id = Text(made, "ticketId")!;
        var seen = await host.Get($"/api/v1/tickets/{id}", visitor);
        Assert.Equal(("contact-team", "normal", 0), (Text(seen, "team"), Text(seen, "priority"), seen.GetProperty("triggers").GetArrayLength()));
        Assert.Equal("A-1", Text(seen.GetProperty("fields"), "order"));
        Assert.False((await Apply(id, visitor, "v1", new { kind = "comment", text = "Hello?", @public = true })).GetProperty("duplicate").GetBoolean());
        Assert.Equal(202, (await Apply(id, visitor, "v2", new { kind = "subject", subject = "x" })).Code());
        Assert.Equal(["created", "comment"], (await host.Get($"/api/v1/tickets/{id}/timeline", visitor)).GetProperty("entries").EnumerateArray().Select(e => Text(e, "kind")));
        Assert.Equal(600, (await host.Get($"/api/v1/tickets/{id}", await host.VisitorToken())).Code());
        Assert.Equal(202, (await host.Post($"/api/v1/tickets/{id}/links", new { kind = "relatedTo", otherTicketId = id }, visitor)).Code());
    }

    private async Task<string> Created(string token) => Text(await host.Post("/api/v1/tickets", new { team = "default", subject = "Broken" }, token), "ticketId")!;

    private Task<JsonElement> Apply(string? id, string token, string requestId, params object[] actions) =>
        host.Post($"/api/v1/tickets/{id}/actions", new { requestId, actions }, token);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
