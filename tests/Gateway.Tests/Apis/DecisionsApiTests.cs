using System.Text.Json;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

public sealed class DecisionsApiTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Decisions_OfAConversation_ExplainItsWaitAndItsOffer()
    {
        var sam = await host.StaffToken("sam");
        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        var waiting = (await Eventually.Becomes(() => host.Get($"/api/v1/conversations/{id}/decisions", sam), d => d.GetProperty("waiting").ValueKind == JsonValueKind.Object)).GetProperty("waiting");
        Assert.Equal(("support", JsonValueKind.Null), (waiting.GetProperty("queue").GetString(), waiting.GetProperty("chosen").ValueKind));

        await using var amy = await host.Agent("amy");
        await amy.Invoke("Inbox");
        await amy.Invoke("SetAvailability", new { status = "available" });
        await amy.Next("Offer", e => e.GetProperty("offer").GetProperty("conversation").GetProperty("conversationId").GetString() == id);
        var decisions = await Eventually.Becomes(() => host.Get($"/api/v1/conversations/{id}/decisions", sam), d => d.GetProperty("items").GetArrayLength() == 1);
        var decision = decisions.GetProperty("items")[0];
        Assert.Equal("amy", decision.GetProperty("chosen").GetProperty("id").GetString());
        Assert.Equal("least-loaded", decision.GetProperty("policy").GetString());
        Assert.Equal(1, decision.GetProperty("policyVersion").GetInt64());
        var candidate = decision.GetProperty("candidates")[0];
        var free = 1 - (candidate.GetProperty("load").GetDouble() / candidate.GetProperty("capacity").GetDouble());
        Assert.Equal(free, candidate.GetProperty("parts").GetProperty("load").GetDouble(), 1e-9);
        Assert.Equal(JsonValueKind.Object, decision.GetProperty("rejectedCounts").ValueKind);
    }

    [Fact]
    public async Task Decisions_ForWhoMayNotSeeTheConversation_AreRefused()
    {
        await using var visitor = await host.Visitor();
        var id = (await visitor.Invoke("OpenConversation", new { })).GetProperty("conversationId").GetString();
        var path = $"/api/v1/conversations/{id}/decisions";
        Assert.Equal(300, (await host.Get(path, await host.Hire("zoe", StaffRoles.Supervisor, "other", "support"))).Code());
        Assert.Equal(300, (await host.Get(path, await host.Hire("bo", StaffRoles.Agent, "other", "support"))).Code());
        Assert.Equal(202, (await host.Get(path, await host.VisitorToken())).Code());
        Assert.Equal(200, (await host.Get(path)).Code());
        Assert.Equal(100, (await host.Get($"{path}?limit=0", await host.StaffToken("sam"))).Code());
    }
}
