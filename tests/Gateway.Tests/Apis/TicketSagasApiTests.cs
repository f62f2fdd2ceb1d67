using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Tickets.Desk;

namespace Grainline.Gateway.Tests.Apis;

public sealed class TicketSagasApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Transfer_ThereAndBack_IsASagaThatCanBeRead()
    {
        var (ann, admin) = await Teams("saga1");
        var id = await Created(ann, "one");
        var body = new { sagaId = "s-1", toTeam = "two", fields = new { bill = "B-1" }, note = "yours" };
        Assert.Equal(605, (await host.Post($"/api/v1/tickets/{id}/transfer", new { sagaId = "s-1", toTeam = "two" }, ann)).Code());
        var saga = await host.Post($"/api/v1/tickets/{id}/transfer", body, ann);
        Assert.Equal(("s-1", "transfer", "done", id), (Text(saga, "sagaId"), Text(saga, "kind"), Text(saga, "status"), saga.GetProperty("ticketIds")[0].GetString()));
        Assert.Equal(Text(saga, "endedAt"), Text(await host.Post($"/api/v1/tickets/{id}/transfer", body, ann), "endedAt"));
        Assert.Equal("two", Text(await host.Get($"/api/v1/tickets/{id}", admin), "team"));
        Assert.Equal(600, (await host.Get($"/api/v1/tickets/{id}", ann)).Code());
        Assert.Equal("done", Text(await host.Get("/api/v1/ticket-sagas/s-1", ann), "status"));
        Assert.Equal("undone", Text(await host.Post("/api/v1/ticket-sagas/s-1/undo", new { }, ann), "status"));
        Assert.Equal("one", Text(await host.Get($"/api/v1/tickets/{id}", ann), "team"));
    }

    [Fact]
    public async Task MergeAndSplit_ByRest_BringTicketsTogetherAndApart()
    {
        var (ann, _) = await Teams("saga2");
        var (one, two) = (await Created(ann, "one"), await Created(ann, "one"));
        var note = await host.Post($"/api/v1/tickets/{two}/actions", new { requestId = "r", actions = new object[] { new { kind = "comment", text = "word", @public = false } } }, ann);
        var merged = await host.Post("/api/v1/tickets/merge", new { sagaId = "m", ticketIds = new[] { two }, into = one }, ann);
        Assert.Equal("done", Text(merged, "status"));
        Assert.Equal(one, Text(await host.Get($"/api/v1/tickets/{two}", ann), "mergedInto"));
        Assert.Equal("undone", Text(await host.Post("/api/v1/ticket-sagas/m/undo", new { }, ann), "status"));
        var seq = (await host.Get($"/api/v1/tickets/{two}/timeline", ann)).GetProperty("entries").EnumerateArray().First(e => Text(e, "kind") == "note").GetProperty("seq").GetInt64();
        Assert.True(note.GetProperty("ticket").GetProperty("version").GetInt64() >= seq);
        var split = await host.Post($"/api/v1/tickets/{two}/split", new { sagaId = "p", comments = new[] { seq }, subject = "Another" }, ann);
        Assert.Equal("split", Text(split, "kind"));
        Assert.Equal("Another", Text(await host.Get($"/api/v1/tickets/{split.GetProperty("ticketIds")[1].GetString()}", ann), "subject"));
    }

    [Fact]
    public async Task Requests_MalformedOrByStrangers_AreRefused()
    {
        var (ann, _) = await Teams("saga3");
        var id = await Created(ann, "one");
        var stranger = await host.Hire("sue", StaffRoles.Admin, "saga4", "support");
        Assert.Equal(100, (await host.Post($"/api/v1/tickets/{id}/transfer", new { sagaId = "a b", toTeam = "two" }, ann)).Code());
        Assert.Equal(100, (await host.Post($"/api/v1/tickets/{id}/transfer", new { sagaId = "s", toTeam = "two", fields = new[] { 1 } }, ann)).Code());
        Assert.Equal(100, (await host.Post("/api/v1/tickets/merge", new { sagaId = "s", ticketIds = Array.Empty<string>(), into = id }, ann)).Code());
        Assert.Equal(100, (await host.Post("/api/v1/tickets/merge", new { sagaId = "s", ticketIds = new[] { id }, into = id }, ann)).Code());
        Assert.Equal(100, (await host.Post($"/api/v1/tickets/{id}/split", new { sagaId = "s", comments = new[] { 1 }, subject = " " }, ann)).Code());
        Assert.Equal(600, (await host.Post($"/api/v1/tickets/{id}/transfer", new { sagaId = "s", toTeam = "two" }, stranger)).Code());
        Assert.Equal(600, (await host.Get("/api/v1/ticket-sagas/none", ann)).Code());
        Assert.Equal(202, (await host.Post($"/api/v1/tickets/{id}/transfer", new { sagaId = "s", toTeam = "two" }, await host.VisitorToken())).Code());
    }

    private async Task<(string Agent, string Admin)> Teams(string tenant)
    {
        var ann = await host.Hire($"ann-{tenant}", StaffRoles.Agent, tenant, "support");
        var admin = await host.Hire($"adm-{tenant}", StaffRoles.Admin, tenant, "support");
        var (desk, by) = (host.Grains.Desk(tenant), new Actor(ActorKind.Agent, "adm", "Adm", StaffRoles.Admin));
        var form = new FormSpec("Bill", new("""{"type":"object","properties":{"bill":{"type":"string"}},"required":["bill"],"additionalProperties":false}"""), new("{}"), false, []);
        Assert.Null((await desk.PublishForm(by, "bill", form, null, false)).Refusal);
        Assert.Null((await desk.SaveTeam(by, new("one", "One", [$"ann-{tenant}"], "default", ["default"], null, null))).Refusal);
        Assert.Null((await desk.SaveTeam(by, new("two", "Two", [], "default", ["bill"], null, null))).Refusal);
        return (ann, admin);
    }

    private async Task<string> Created(string token, string team) => Text(await host.Post("/api/v1/tickets", new { team, subject = "Broken" }, token), "ticketId")!;

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
