using Grainline.Gateway.Authentication;
using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Hubs;

/// <summary>Who may open a socket, and what the others are told.</summary>
public sealed class SocketDoorTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly DateTimeOffset Past = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null)]
    [InlineData("garbage")]
    [InlineData("v.CfDJ8")]
    public async Task Connect_WithoutGenuineToken_IsToldAndClosed(string? token)
    {
        await using var client = await host.Connect("visitor", token);

        var goAway = await client.Next("GoAway");
        Assert.Equal(3500, goAway.GetProperty("code").GetInt32());
        Assert.StartsWith("200:", await client.Closed);
    }

    [Fact]
    public async Task Connect_ExpiredVisitor_IsToldAndClosed()
    {
        var token = host.Token(new(SessionKind.Visitor, "demo", "v", "V", StaffRoles.None, null, null, "demo", Past));
        await using var client = await host.Connect("visitor", token);

        Assert.Equal(3500, (await client.Next("GoAway")).GetProperty("code").GetInt32());
        Assert.StartsWith("201:", await client.Closed);
    }

    [Fact]
    public async Task Connect_TokenOfTheOtherKind_Refuses202()
    {
        await using var visitor = await host.Connect("agent", await host.VisitorToken());
        await using var agent = await host.Connect("visitor", await host.StaffToken("amy"));

        Assert.StartsWith("202:", await visitor.Closed);
        Assert.StartsWith("202:", await agent.Closed);
    }

    [Theory]
    [InlineData("visitor")]
    [InlineData("agent")]
    public async Task Connect_FromForeignPage_Refuses206(string hub)
    {
        var token = hub == "visitor" ? await host.VisitorToken() : await host.StaffToken("amy");
        await using var foreign = await host.Connect(hub, token, "https://evil.example");
        Assert.Equal(3503, (await foreign.Next("GoAway")).GetProperty("code").GetInt32());
        Assert.StartsWith("206:", await foreign.Closed);

        await using var own = await host.Connect(hub, token, host.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(105, await own.Refused("Nothing"));
    }

    [Fact]
    public async Task Call_PipelinedBehindARefusedConnect_IsNotServed()
    {
        await using var client = await host.Connect("visitor", null);
        await Assert.ThrowsAnyAsync<Exception>(() => client.Invoke("OpenConversation", new { }));
        Assert.StartsWith("200:", await client.Closed);
    }
}
