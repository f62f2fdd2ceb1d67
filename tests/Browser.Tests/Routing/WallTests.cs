using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Routing;

/// <summary>Who waits and who works, as it changes. Alone with its silo: an agent of another test would still count as present.</summary>
public sealed class WallTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Wall_AsVisitorsComeAndAgentsWork_ChangesByItself()
    {
        await using var sam = await silo.Desk("sam");
        await sam.OpenLive("Live overview");
        await Expect(sam.Figure("Waiting now")).ToHaveTextAsync("0");
        var asked = new List<string>();
        sam.Page.Request += (_, request) => asked.Add(request.Url);
        await using var first = await silo.Shopper();
        await using var second = await silo.Shopper(page: "/demo/zh/");
        await first.OpenChat();
        await first.Write("Do you ship to Lisbon?");
        await second.OpenChat();
        await second.Write("茶壶可以用在电磁炉上吗？");
        await Expect(sam.Figure("Waiting now")).ToHaveTextAsync("2");

        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await amy.Accept("Do you ship to Lisbon?");
        await amy.Accept("茶壶可以用在电磁炉上吗？");

        await Expect(sam.Figure("Waiting now")).ToHaveTextAsync("0");
        await Expect(sam.Page.Locator(".agent-card").Filter(new() { HasText = "Amy" })).ToContainTextAsync("2/5");
        await Expect(sam.Figure("Agents available")).ToContainTextAsync("1 /");
        await sam.Page.Take("console-wall");
        Assert.DoesNotContain(asked, url => url.Contains("/api/v1/queues") || url.Contains("/api/v1/agents"));
        await amy.Resolve();
        await amy.Choose("Do you ship to Lisbon?");
        await amy.Resolve();
    }
}
