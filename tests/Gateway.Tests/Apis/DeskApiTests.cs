using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

public sealed class DeskApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly object Names = new { en = "Name" };

    private static readonly object Lifecycle = new
    {
        name = "Short",
        initial = "open",
        states = new[] { new { id = "open", category = "open", names = Names }, new { id = "done", category = "closed", names = Names } },
        transitions = new[] { new { from = new[] { "open" }, trigger = "end", to = "done", names = Names, roles = new[] { "supervisor" }, guards = new[] { "hasAssignee" } } },
    };

    [Fact]
    public async Task Desk_OfTheDemonstration_HasItsTeamsFormsAndReplies()
    {
        var desk = await host.Get("/api/v1/desk", await host.StaffToken("amy"));
        Assert.Equal(["default", "customer-care", "returns"], Ids(desk.GetProperty("teams")));
        Assert.Equal(["amy", "li", "sam"], desk.GetProperty("teams")[1].GetProperty("members").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(["default", "return"], Ids(desk.GetProperty("forms")));
        Assert.Equal(["take", "ask-photo", "refund"], Ids(desk.GetProperty("macros")));
        Assert.Equal("assign", desk.GetProperty("macros")[0].GetProperty("actions")[0].GetProperty("kind").GetString());
        Assert.Equal(["en", "zh-CN", "en", "zh-CN"], desk.GetProperty("replies").EnumerateArray().Select(r => r.GetProperty("language").GetString()));
        Assert.Equal("object", desk.GetProperty("forms")[1].GetProperty("spec").GetProperty("schema").GetProperty("type").GetString());
    }

    [Fact]
    public async Task PublicForm_AnySession_IsShownAndOthersAreNot()
    {
        var visitor = await host.VisitorToken();
        var form = await host.Get("/api/v1/forms/return", visitor);
        Assert.Equal(("return", 1, "customer-care"), (form.GetProperty("id").GetString(), form.GetProperty("version").GetInt32(), form.GetProperty("team").GetString()));
        Assert.Equal("订单号", form.GetProperty("spec").GetProperty("hints").GetProperty("fields").GetProperty("orderNumber").GetProperty("labels").GetProperty("zh-CN").GetString());
        Assert.Equal(608, (await host.Get("/api/v1/forms/default", visitor)).Code());
        Assert.Equal(608, (await host.Get("/api/v1/forms/none", visitor)).Code());
        Assert.Equal(200, (await host.Get("/api/v1/forms/return")).Code());
        Assert.Equal(202, (await host.Get("/api/v1/desk", visitor)).Code());
    }

    [Fact]
    public async Task Desk_WrittenByOthersThanAdministrators_IsRefused()
    {
        var sam = await host.StaffToken("sam");
        Assert.Equal(202, (await host.Put("/api/v1/desk/teams/t", Team("T"), sam)).Code());
        Assert.Equal(202, (await host.Post("/api/v1/desk/lifecycles/l/versions", new { spec = Lifecycle }, sam)).Code());
        Assert.Equal(202, (await host.Delete("/api/v1/desk/teams/returns", sam)).Code());
    }

    [Fact]
    public async Task Lifecycle_PublishedTwice_IsReadByVersion()
    {
        var admin = await host.Hire("desk1", StaffRoles.Admin, "desk1", "support");
        Assert.Equal(1, (await host.Post("/api/v1/desk/lifecycles/short/versions", new { spec = Lifecycle, note = "first" }, admin)).GetProperty("version").GetInt32());
        Assert.Equal(2, (await host.Post("/api/v1/desk/lifecycles/short/versions", new { spec = Lifecycle }, admin)).GetProperty("version").GetInt32());
        var items = (await host.Get("/api/v1/desk/lifecycles/short/versions", admin)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal([2, 1], items.Select(i => i.GetProperty("version").GetInt32()));
        Assert.Equal("first", items[1].GetProperty("note").GetString());
        var transition = (await host.Get("/api/v1/desk/lifecycles/short/versions/1", admin)).GetProperty("spec").GetProperty("transitions")[0];
        Assert.Equal(("supervisor", "hasAssignee", "none"), (transition.GetProperty("roles")[0].GetString(), transition.GetProperty("guards")[0].GetString(), transition.GetProperty("on").GetString()));
        Assert.Equal(608, (await host.Get("/api/v1/desk/lifecycles/short/versions/3", admin)).Code());
        Assert.Equal(608, (await host.Get("/api/v1/desk/teams/default/versions", admin)).Code());
        Assert.Equal(608, (await host.Get("/api/v1/desk/things/default/versions", admin)).Code());
    }

    [Fact]
    public async Task Team_PutAndRemoved_IsCheckedAgainstWhatItNames()
    {
        var admin = await host.Hire("desk2", StaffRoles.Admin, "desk2", "support");
        var saved = await host.Put("/api/v1/desk/teams/vip", Team("Very important"), admin);
        Assert.Equal(("vip", "Very important"), (saved.GetProperty("id").GetString(), saved.GetProperty("name").GetString()));
        Assert.Equal(606, (await host.Put("/api/v1/desk/teams/vip", Team("Very important", "nowhere"), admin)).Code());
        Assert.Equal(606, (await host.Put("/api/v1/desk/teams/a b", Team("Team"), admin)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/desk/teams/vip", new { name = "Team" }, admin)).Code());
        await host.Put("/api/v1/desk/macros/m", new { name = "M", teams = new[] { "vip" }, actions = new object[] { new { kind = "trigger", trigger = "solve" } } }, admin);
        await host.Put("/api/v1/desk/replies/r", new { shortcut = "hi", name = "Hi", text = "Hello\r\nthere", teams = Array.Empty<string>() }, admin);
        var desk = await host.Get("/api/v1/desk", admin);
        Assert.Equal("Hello\nthere", desk.GetProperty("replies")[0].GetProperty("text").GetString());
        Assert.Equal(607, (await host.Delete("/api/v1/desk/teams/vip", admin)).Code());
        Assert.Equal(608, (await host.Delete("/api/v1/desk/things/vip", admin)).Code());
        await host.Delete("/api/v1/desk/macros/m", admin);
        await host.Delete("/api/v1/desk/teams/vip", admin);
        Assert.Equal(["default"], Ids((await host.Get("/api/v1/desk", admin)).GetProperty("teams")));
    }

    [Fact]
    public async Task Form_CheckedAndPublished_TellsWhatItDid()
    {
        var admin = await host.Hire("desk3", StaffRoles.Admin, "desk3", "support");
        var spec = new { name = "F", schema = new { type = "object", properties = new { a = new { type = "string" } } }, hints = new { }, @public = false, upgradeFrom = Array.Empty<object>() };
        Assert.Equal(JsonValueKind.Null, (await host.Post("/api/v1/desk/forms/f/versions", new { spec, check = true }, admin)).GetProperty("version").ValueKind);
        Assert.Equal(608, (await host.Get("/api/v1/desk/forms/f/versions", admin)).Code());
        Assert.Equal(1, (await host.Post("/api/v1/desk/forms/f/versions", new { spec }, admin)).GetProperty("version").GetInt32());
        var wrong = await host.Post("/api/v1/desk/forms/f/versions", new { spec = new { spec.name, schema = new { type = "object", colour = 1 }, spec.hints, spec.@public, spec.upgradeFrom } }, admin);
        Assert.Equal((606, "The schema at #: the keyword 'colour' is not among those that forms may use."), (wrong.Code(), wrong.GetProperty("detail").GetString()));
        Assert.Equal("string", (await host.Get("/api/v1/desk/forms/f/versions/1", admin)).GetProperty("spec").GetProperty("schema").GetProperty("properties").GetProperty("a").GetProperty("type").GetString());
        var large = new { type = "object", description = new string('x', 65_000) };
        Assert.Equal(2, (await host.Post("/api/v1/desk/forms/f/versions", new { spec = new { spec.name, schema = large, spec.hints, spec.@public, spec.upgradeFrom }, note = new string('n', 900) }, admin)).GetProperty("version").GetInt32());
    }

    private static object Team(string name, string lifecycle = "default") => new { name, members = Array.Empty<string>(), lifecycle, forms = new[] { "default" }, slaPolicy = "default" };

    private static IEnumerable<string?> Ids(JsonElement items) => items.EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
