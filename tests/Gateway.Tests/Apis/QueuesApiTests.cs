using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

public sealed class QueuesApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Profile_PutAndRead_IsTheSame()
    {
        var admin = await host.Hire("ada1", StaffRoles.Admin, "shop1", "support", "vip");
        var profile = new
        {
            name = "Support",
            policy = "skill-match",
            offerSeconds = 45,
            needs = new { required = new[] { new { skill = "refunds", level = 3 } }, preferred = Array.Empty<object>(), matchLanguage = true, priority = "high" },
            rings = new object[] { new { afterSeconds = 30, lowerLevelsBy = 1 }, new { afterSeconds = 60, toQueue = "vip" } },
            hours = new { timeZone = "Asia/Shanghai", week = new[] { new { day = "monday", from = "09:00:00", to = "18:00:00" } }, exceptions = Array.Empty<object>() },
        };
        var put = await host.Put("/api/v1/queues/support", profile, admin);
        Assert.Equal(45, put.GetProperty("offerSeconds").GetInt32());
        var read = await host.Get("/api/v1/queues/support", admin);
        Assert.Equal(put.ToString(), read.ToString());
        Assert.Equal("high", read.GetProperty("needs").GetProperty("priority").GetString());
        Assert.Equal("vip", read.GetProperty("rings")[1].GetProperty("toQueue").GetString());
        Assert.Equal("monday", read.GetProperty("hours").GetProperty("week")[0].GetProperty("day").GetString());
    }

    [Fact]
    public async Task Profile_Unfit_IsRefused()
    {
        var admin = await host.Hire("ada2", StaffRoles.Admin, "shop2", "support");
        Assert.Equal(403, (await host.Get("/api/v1/queues/none", admin)).Code());
        Assert.Equal(403, (await host.Put("/api/v1/queues/support", Profile(toQueue: "none"), admin)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/queues/support", Profile(toQueue: "support"), admin)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/queues/support", new { name = "Support" }, admin)).Code());
        Assert.Equal(202, (await host.Put("/api/v1/queues/support", Profile(null), await host.StaffToken("sam"))).Code());
    }

    [Fact]
    public async Task Policies_PublishedAndRolledBack_AreListedNewestFirst()
    {
        var admin = await host.Hire("ada3", StaffRoles.Admin, "shop3", "support");
        var published = await host.Post("/api/v1/queues/support/policies", new { spec = new { name = "weighted-score", weights = new { skill = 1, load = 0.5, idle = 0, history = 0 } }, note = "skills first" }, admin);
        Assert.Equal(2, published.GetProperty("version").GetInt64());
        Assert.Equal(100, (await host.Post("/api/v1/queues/support/policies", new { spec = new { name = "none" } }, admin)).Code());
        Assert.Equal(202, (await host.Post("/api/v1/queues/support/policies", new { spec = new { name = "sticky" } }, await host.StaffToken("sam"))).Code());
        Assert.Equal(1, (await host.Post("/api/v1/queues/support/policies/rollback", new { }, admin)).GetProperty("version").GetInt64());
        var items = (await host.Get("/api/v1/queues/support/policies", admin)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["weighted-score", "least-loaded"], items.Select(i => i.GetProperty("spec").GetProperty("name").GetString()));
        Assert.Equal([false, true], items.Select(i => i.GetProperty("inForce").GetBoolean()));
        Assert.Equal("ada3", items[0].GetProperty("by").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("by").ValueKind);
        Assert.Equal(100, (await host.Post("/api/v1/queues/support/policies/rollback", new { toVersion = 9 }, admin)).Code());
    }

    private static object Profile(string? toQueue) =>
        new { name = "Support", policy = "least-loaded", offerSeconds = 30, rings = new[] { new { afterSeconds = 30, toQueue } } };
}
