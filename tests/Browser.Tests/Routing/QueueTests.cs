using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Routing;

/// <summary>Taking work from the line, and why somebody was asked.</summary>
public sealed class QueueTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Pull_FromTheQueue_OpensTheConversationAndTakesItOffTheLine()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAway();
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
