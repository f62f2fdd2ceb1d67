using Grainline.Gateway.Authentication;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Security;

namespace Grainline.Gateway.Tests.Hubs;

/// <summary>Agents, supervisors, visitors and other tenants: who may call what.</summary>
public sealed class PermissionTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Rest_WithoutTheRole_Refuses202()
    {
        var agent = await host.StaffToken("amy");
        var visitor = await host.VisitorToken();

        Assert.Equal(202, Code(await host.Post("/api/v1/queues", new { queueId = "q", name = "Q" }, agent)));
        Assert.Equal(202, Code(await host.Post("/api/v1/staff", new { login = "x", name = "X", password = "long-enough-1", roles = new[] { "agent" }, queues = Array.Empty<string>() }, await host.StaffToken("sam"))));
        Assert.Equal(202, Code(await host.Get("/api/v1/me", visitor)));
        Assert.Equal(202, Code(await host.Get("/api/v1/visitor/conversations", agent)));
        Assert.Equal(200, Code(await host.Get("/api/v1/agents")));
    }

    [Fact]
    public async Task Sync_SupervisorOfAnotherTenant_Refuses300()
    {
        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        await using var sam = await host.Agent("sam");
        Assert.Equal(id, (await sam.Invoke("Sync", new { conversationId = id, after = 0 })).GetProperty("conversation").GetProperty("conversationId").GetString());

        await OtherTenant("zoe");
        var token = (await host.Post("/api/v1/sessions", new { login = "zoe", password = "another-password" })).GetProperty("token").GetString();
        await using var zoe = await host.Connect("agent", token);

        foreach (var method in new[] { "Hold", "Resume", "Resolve" })
            Assert.Equal(300, await zoe.Refused(method, new { conversationId = id }));
        Assert.Equal(300, await zoe.Refused("Sync", new { conversationId = id, after = 0 }));
        Assert.Equal(300, await zoe.Refused("Note", new { conversationId = id, clientMessageId = "n", text = "x" }));
        Assert.Equal(300, await zoe.Refused("Post", new { conversationId = id, clientMessageId = "n", text = "x" }));
        Assert.Equal(300, Code(await host.Get($"/api/v1/conversations/{id}", token)));
        Assert.Equal(300, Code(await host.Get($"/api/v1/conversations/{id}/messages", token)));
        await visitor.Invoke("Post", new { conversationId = id, clientMessageId = "m", text = "still here" });
    }

    private async Task OtherTenant(string login)
    {
        var hash = await ((Passwords)host.Services.GetService(typeof(Passwords))!).Hash("another-password", CancellationToken.None);
        var tenant = host.Grains.Tenant("other");
        Assert.True((await tenant.Create(new("Other"))).Succeeded);
        Assert.True((await tenant.AddQueue("support", new("Support", "least-loaded", 30))).Succeeded);
        Assert.True((await tenant.AddStaff(new(login, "other", login, "Zoe", StaffRoles.Agent | StaffRoles.Supervisor, hash), new("Zoe", 3, ["support"]))).Succeeded);
    }

    private static int Code(System.Text.Json.JsonElement problem) => problem.GetProperty("code").GetInt32();
}
