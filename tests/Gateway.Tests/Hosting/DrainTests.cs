using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task StopApplication_WithOpenSockets_SendsThemAwayThenStops()
    {
        await using var host = new GatewayHost();
        await host.InitializeAsync();
        await using var visitor = await host.Visitor();
        await using var agent = await host.Agent("amy");
        await visitor.Invoke("OpenConversation", new { });
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();

        await Task.Run(lifetime.StopApplication);

        foreach (var client in new[] { visitor, agent })
        {
            var goAway = await client.Next("GoAway");
            Assert.Equal(3000, goAway.GetProperty("code").GetInt32());
            Assert.InRange(goAway.GetProperty("retryAfterMs").GetInt32(), 0, 3_000);
            Assert.StartsWith("3000:", await client.Closed);
        }
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        await using var late = await host.Connect("visitor", null);
        Assert.StartsWith("505:", await late.Closed);
    }
}
