using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

/// <summary>Saved views and drafts: what people keep for themselves.</summary>
public sealed class TicketViewsApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Views_SavedAndRemoved_AreListedForTheirOwner()
    {
        var amy = await host.StaffToken("amy");
        var view = new { name = "Urgent", filterJson = new { priorities = new[] { "urgent" }, assignees = new[] { "me" } }, sortBy = "due", descending = false, columns = new[] { "number" }, owner = "amy" };
        Assert.Equal("urgent", (await host.Put("/api/v1/ticket-views/urgent", view, amy)).GetProperty("id").GetString());
        var items = (await host.Get("/api/v1/ticket-views", amy)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["mine", "unassigned", "open", "due-soon", "recently-solved", "urgent"], items.Select(i => i.GetProperty("id").GetString()));
        Assert.Equal("urgent", items[^1].GetProperty("filterJson").GetProperty("priorities")[0].GetString());
        Assert.Equal(5, (await host.Get("/api/v1/ticket-views", await host.StaffToken("li"))).GetProperty("items").GetArrayLength());
        Assert.Equal(202, (await host.Put("/api/v1/ticket-views/shared", new { name = "All", filterJson = new { } }, amy)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/ticket-views/urgent", new { name = "U", filterJson = new { colour = 1 }, owner = "amy" }, amy)).Code());
        Assert.Equal(202, (await host.Delete("/api/v1/ticket-views/mine", amy)).Code());
        await host.Delete("/api/v1/ticket-views/urgent", amy);
        Assert.Equal(5, (await host.Get("/api/v1/ticket-views", amy)).GetProperty("items").GetArrayLength());
        Assert.Equal(202, (await host.Get("/api/v1/ticket-views", await host.VisitorToken())).Code());
    }

    [Fact]
    public async Task Drafts_SavedOnOneBrowser_AreOnTheOther()
    {
        var li = await host.StaffToken("li");
        var first = await host.Put("/api/v1/drafts", new { subject = "ticket/t1", kind = "reply", text = "Dear" }, li);
        await host.Put("/api/v1/drafts", new { subject = "ticket/t1", kind = "reply", text = "Dear Ada" }, await host.StaffToken("li"));
        var draft = Assert.Single((await host.Get("/api/v1/drafts", li)).GetProperty("items").EnumerateArray());
        Assert.Equal("Dear Ada", draft.GetProperty("text").GetString());
        Assert.Equal(601, (await host.Put("/api/v1/drafts", new { subject = "ticket/t1", kind = "reply", text = "Sir", ifVersion = first.GetProperty("version").GetInt64() }, li)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/drafts", new { subject = "elsewhere", kind = "reply", text = "x" }, li)).Code());
        await host.Put("/api/v1/drafts", new { subject = "ticket/t1", kind = "reply", text = "" }, li);
        Assert.Equal(0, (await host.Get("/api/v1/drafts", li)).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await host.Get("/api/v1/drafts", await host.StaffToken("sam"))).GetProperty("items").GetArrayLength());
    }
}
