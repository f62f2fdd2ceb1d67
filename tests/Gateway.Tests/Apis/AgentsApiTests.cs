using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

public sealed class AgentsApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Profile_PutAndRead_IsTheSame()
    {
        var admin = await host.Hire("boss1", StaffRoles.Admin, "firm1", "support");
        var profile = new
        {
            name = "Boss",
            capacity = 7,
            queues = new[] { "support" },
            skills = new[] { new { skill = "refunds", level = 4 } },
            languages = new[] { "en", "zh-CN" },
            shift = new
            {
                timeZone = "Europe/Berlin",
                week = new[] { new { day = "monday", from = "09:00:00", to = "17:00:00" } },
                exceptions = new[] { new { date = "2026-12-25", name = "Christmas", open = Array.Empty<object>() } },
            },
        };
        var put = await host.Put("/api/v1/agents/boss1", profile, admin);
        Assert.Equal("boss1", put.GetProperty("agentId").GetString());
        var read = await host.Get("/api/v1/agents/boss1", admin);
        Assert.Equal(put.ToString(), read.ToString());
        Assert.Equal(4, read.GetProperty("skills")[0].GetProperty("level").GetInt32());
        Assert.Equal("2026-12-25", read.GetProperty("shift").GetProperty("exceptions")[0].GetProperty("date").GetString());
    }

    [Fact]
    public async Task Profile_Unfit_IsRefused()
    {
        var admin = await host.Hire("boss2", StaffRoles.Admin, "firm2", "support");
        Assert.Equal(202, (await host.Put("/api/v1/agents/amy", Profile(), await host.StaffToken("sam"))).Code());
        Assert.Equal(404, (await host.Put("/api/v1/agents/nobody", Profile(), admin)).Code());
        Assert.Equal(404, (await host.Put("/api/v1/agents/amy", Profile(), admin)).Code());
        Assert.Equal(404, (await host.Get("/api/v1/agents/amy", admin)).Code());
        Assert.Equal(403, (await host.Put("/api/v1/agents/boss2", Profile(queue: "none"), admin)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/agents/boss2", Profile(level: 6), admin)).Code());
        Assert.Equal(100, (await host.Put("/api/v1/agents/boss2", Profile(zone: "Middle/Earth"), admin)).Code());
        foreach (var body in new[] { "{\"skills\":[null]}", "{\"shift\":{\"timeZone\":\"UTC\",\"week\":[null],\"exceptions\":[]}}", "{\"queues\":[null]}", "{\"shift\":{\"timeZone\":\"UTC\"}}" })
            Assert.Equal(100, (await host.Put("/api/v1/agents/boss2", Merged(body), admin)).Code());
    }

    [Fact]
    public async Task Status_OfOneself_HasReasonsAndOthersAreForSupervisors()
    {
        await using var amy = await host.Agent("amy");
        await amy.Invoke("SetAvailability", new { status = "away", reason = "lunch" });
        await amy.Invoke("SetAvailability", new { status = "busy", reason = "paperwork" });
        Assert.Equal(100, await amy.Refused("SetAvailability", new { status = "away", reason = new string('x', 65) }));
        var own = await host.Get("/api/v1/agents/amy/status", await host.StaffToken("amy"));
        Assert.Equal(["lunch", "paperwork"], own.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("reason").GetString()).TakeLast(2));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("items").EnumerateArray().Last().GetProperty("to").ValueKind);
        Assert.Equal(own.ToString(), (await host.Get("/api/v1/agents/amy/status", await host.StaffToken("sam"))).ToString());
        Assert.Equal(202, (await host.Get("/api/v1/agents/amy/status", await host.StaffToken("li"))).Code());
        Assert.Equal(100, (await host.Get("/api/v1/agents/amy/status?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", await host.StaffToken("amy"))).Code());
        Assert.Equal(100, (await host.Get("/api/v1/agents/amy/status?limit=201", await host.StaffToken("amy"))).Code());
        Assert.Equal(100, (await host.Get("/api/v1/agents/amy/status?from=yesterday", await host.StaffToken("amy"))).Code());
    }

    [Fact]
    public async Task Skills_PutAndUsed_CannotBeTakenAway()
    {
        var admin = await host.Hire("boss3", StaffRoles.Admin, "firm3", "support");
        Assert.Empty((await host.Get("/api/v1/skills", admin)).GetProperty("items").EnumerateArray());
        var list = new { items = new[] { new { id = "refunds", name = "Refunds" }, new { id = "shipping", name = "Shipping" } } };
        Assert.Equal(2, (await host.Put("/api/v1/skills", list, admin)).GetProperty("items").GetArrayLength());
        Assert.Equal("refunds", (await host.Put("/api/v1/agents/boss3", Profile(), admin)).GetProperty("skills")[0].GetProperty("skill").GetString());
        var refused = await host.Put("/api/v1/skills", new { items = new[] { list.items[1] } }, admin);
        Assert.Equal(406, refused.Code());
        Assert.Contains("agent boss3", refused.GetProperty("detail").GetString());
        Assert.Equal(202, (await host.Put("/api/v1/skills", list, await host.StaffToken("sam"))).Code());
        Assert.Equal(100, (await host.Put("/api/v1/skills", new { items = new[] { new { id = "a b", name = "No" } } }, admin)).Code());
        Assert.Equal(2, (await host.Get("/api/v1/skills", admin)).GetProperty("items").GetArrayLength());
    }

    private static object Profile(string queue = "support", int level = 3, string zone = "UTC") => new
    {
        name = "Boss",
        capacity = 3,
        queues = new[] { queue },
        skills = new[] { new { skill = "refunds", level } },
        shift = new { timeZone = zone, week = Array.Empty<object>(), exceptions = Array.Empty<object>() },
    };

    /// <summary>A profile in which one member is as the text says.</summary>
    private static Dictionary<string, JsonElement> Merged(string members)
    {
        var body = JsonSerializer.SerializeToElement(Profile()).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        foreach (var member in JsonSerializer.Deserialize<JsonElement>(members).EnumerateObject())
            body[member.Name] = member.Value;
        return body;
    }
}
