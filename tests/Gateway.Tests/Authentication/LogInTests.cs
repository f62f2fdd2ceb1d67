using System.Net.Http.Json;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Push;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Authentication;

public sealed class LogInTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("amy", "wrong", 203)]
    [InlineData("nobody-at-all", "grainline-demo", 203)]
    [InlineData("amy", "", 100)]
    [InlineData("a/b", "x", 100)]
    public async Task LogIn_Wrong_Refuses(string login, string password, int code) =>
        Assert.Equal(code, Code(await host.Post("/api/v1/sessions", new { login, password })));

    [Fact]
    public async Task LogIn_Right_OpensSession()
    {
        var session = await host.Post("/api/v1/sessions", new { login = "SAM", password = "grainline-demo" });

        Assert.Equal("sam", session.GetProperty("agentId").GetString());
        Assert.Equal(["supervisor"], session.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        var me = await host.Get("/api/v1/me", session.GetProperty("token").GetString());
        Assert.Equal("demo", me.GetProperty("tenant").GetString());
        var renewed = await host.Send(new(HttpMethod.Post, "/api/v1/sessions/renew"), session.GetProperty("token").GetString());
        Assert.Equal("sam", renewed.GetProperty("agentId").GetString());
    }

    [Fact]
    public async Task LogIn_ManyFailures_LocksEvenForTheRightPassword()
    {
        for (var i = 0; i < 20; i++)
            await host.Grains.Account("li").Attempted(false);

        Assert.Equal(204, Code(await host.Post("/api/v1/sessions", new { login = "li", password = "grainline-demo" })));
    }

    [Fact]
    public async Task Rest_BadToken_Refuses200AndOldToken201()
    {
        var old = host.Token(new(SessionKind.Staff, "demo", "amy", "Amy", StaffRoles.Agent, "amy", "stamp", null, DateTimeOffset.UnixEpoch));
        Assert.Equal(200, Code(await host.Get("/api/v1/me", "nonsense")));
        Assert.Equal(201, Code(await host.Get("/api/v1/me", old)));
    }

    [Fact]
    public async Task Rest_AfterPasswordChange_Refuses201()
    {
        var passwords = host.Services.GetRequiredService<Passwords>();
        var hash = await passwords.Hash("first-password", CancellationToken.None);
        await host.Grains.Tenant("demo").AddStaff(new("pat", "demo", "pat", "Pat", StaffRoles.Agent, hash), new("Pat", 3, ["support"]));
        var token = (await host.Post("/api/v1/sessions", new { login = "pat", password = "first-password" })).GetProperty("token").GetString();
        await using var socket = await host.Connect("agent", token);
        await socket.Invoke("Inbox");

        await host.Grains.Account("pat").ChangePassword(await passwords.Hash("second-password", CancellationToken.None));

        Assert.Equal(201, Code(await host.Get("/api/v1/me", token)));
        await host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<SessionWatch>().Single().Sweep();
        Assert.Equal(3501, (await socket.Next("GoAway")).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Visitors_WithTheirToken_StayTheSame()
    {
        var first = await host.Post("/api/v1/visitors", new { site = "demo" });
        var again = await host.Post("/api/v1/visitors", new { site = "demo" }, first.GetProperty("token").GetString());
        var stranger = await host.Post("/api/v1/visitors", new { site = "demo" });

        Assert.Equal(Id(first), Id(again));
        Assert.NotEqual(Id(first), Id(stranger));
        var ended = new Session(SessionKind.Visitor, "demo", Id(first)!, "V", StaffRoles.None, null, null, "demo", TimeProvider.System.GetUtcNow().AddDays(-2));
        Assert.Equal(Id(first), Id(await host.Post("/api/v1/visitors", new { site = "demo" }, host.Token(ended))));
        var longAgo = ended with { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(-40) };
        Assert.NotEqual(Id(first), Id(await host.Post("/api/v1/visitors", new { site = "demo" }, host.Token(longAgo))));
    }

    [Fact]
    public async Task Visitors_FromForeignPageOrUnknownSite_AreRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/visitors") { Content = JsonContent.Create(new { site = "demo" }) };
        request.Headers.Add("Origin", "https://evil.example");

        Assert.Equal(206, Code(await host.Send(request, null)));
        Assert.Equal(205, Code(await host.Post("/api/v1/visitors", new { site = "nowhere" })));
        Assert.Equal(207, Code(await host.Post("/api/v1/visitors", new { site = "demo", identity = new { id = "42", hmac = "00" } })));
    }

    [Fact]
    public async Task Visitors_WithProvenIdentity_AreTheSameEverywhere()
    {
        var secret = (await host.Grains.Site("demo").Secret()).Value!;
        var hmac = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes("customer-42\nAda")));
        var one = await host.Post("/api/v1/visitors", new { site = "demo", identity = new { id = "customer-42", name = "Ada", hmac } });
        var two = await host.Post("/api/v1/visitors", new { site = "demo", identity = new { id = "customer-42", name = "Ada", hmac } });

        Assert.Equal("Ada", one.GetProperty("name").GetString());
        Assert.Equal(Id(one), Id(two));
        Assert.Equal(207, Code(await host.Post("/api/v1/visitors", new { site = "demo", identity = new { id = "customer-42", name = "Eve", hmac } })));
        Assert.Equal(207, Code(await host.Post("/api/v1/visitors", new { site = "demo", identity = new { id = "customer-42", name = "Ada", email = "eve@example.org", hmac } })));
    }

    private static string? Id(System.Text.Json.JsonElement session) => session.GetProperty("visitorId").GetString();

    private static int Code(System.Text.Json.JsonElement problem) => problem.GetProperty("code").GetInt32();
}
