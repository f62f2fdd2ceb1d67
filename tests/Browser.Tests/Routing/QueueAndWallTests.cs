using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Routing;

/// <summary>Who waits and who works, as it changes.</summary>
public sealed class QueueAndWallTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Pull_FromTheQueue_OpensTheConversationAndTakesItOffTheLine()
    {
        await using var amy = await silo.Desk();
        await using var shopper = await silo.Shopper();
        await amy.OpenLive("Queue");
        await shopper.OpenChat();
        await shopper.Write("Is the moss green pot back?");
        await Expect(amy.Line()).ToHaveCountAsync(1);
        await amy.Page.Take("console-queue");

        await amy.Line().First.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pull") }).ClickAsync();

        await Expect(amy.Bubbles).ToHaveTextAsync(["Is the moss green pot back?"]);
        await amy.Write("Since this morning.");
        await shopper.Sees("You: Is the moss green pot back?", "Amy: Since this morning.");
        await amy.OpenLive("Queue");
        await Expect(amy.Line()).ToHaveCountAsync(0);
        await amy.Open("Inbox");
        await amy.Resolve();
    }

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

    [Fact]
    public async Task Decisions_OfAnOfferedConversation_NameWhoWasAskedAndWhyTheOthersWereNot()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("Where do I find the size of the lid?");
        await amy.Accept("Where do I find the size of the lid?");

        await Expect(amy.Decisions()).ToHaveCountAsync(1);
        await Expect(amy.Decisions().Locator("summary")).ToContainTextAsync("Offered to Amy");
        await Expect(amy.Decisions().Locator(".decision-rules")).ToContainTextAsync("Least loaded v1");
        await Expect(amy.Decisions().Locator("[data-chosen=true]")).ToContainTextAsync("Amy");
        await Expect(amy.Decisions().Locator(".rejected")).ToContainTextAsync("not available");
        await amy.Decisions().ScrollIntoViewIfNeededAsync();
        await amy.Page.Take("console-decisions");
        await amy.Resolve();
    }
}
