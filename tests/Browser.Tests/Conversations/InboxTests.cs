using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Conversations;

/// <summary>One agent, several visitors at once.</summary>
public sealed class InboxTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Order = "Hello! My order 48213 should have come on Tuesday. Where is it?";
    private const string Stove = "苔色茶壶可以放在电磁炉上加热吗？";
    private const string Return = "Can I return a pot that I have used once?";

    [Fact]
    public async Task Inbox_OfSeveralVisitors_ShowsWhoHasWaitedLongestFirstAndWhatIsUnread()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var first = await silo.Shopper();
        await using var second = await silo.Shopper(page: "/demo/zh/");
        await using var third = await silo.Shopper();
        await Ask(amy, first, Order);
        await Ask(amy, second, Stove);
        await Ask(amy, third, Return);
        await Expect(amy.LastWords).ToHaveTextAsync([Order, Stove, Return]);

        await amy.Choose(Order);
        await amy.WriteNote("Left the depot this morning, see the carrier's page.");
        await amy.Write("Hi! I have just looked: it left the depot this morning and is with the courier now.");
        await first.Write("Oh, wonderful. Do I have to be at home?");
        await amy.Write("No need. The courier may leave it with a neighbour, if you agree.");
        await first.Write("Please do. Thank you, that was quick!");
        await Expect(amy.Bubbles).ToHaveCountAsync(6);
        await second.Write("另外，可以进洗碗机吗？");

        await Expect(amy.LastWords).ToHaveTextAsync(["另外，可以进洗碗机吗？", Return, "Please do. Thank you, that was quick!"]);
        await Expect(amy.Page.Locator(".row-unread")).ToHaveTextAsync(["1"]);
        await Expect(first.Bubbles).ToHaveCountAsync(5);
        await Expect(first.Log.Locator(".fate").Last).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("read"));
        await amy.Page.Take("console-inbox");
        await first.Page.Take("widget-thread");
    }

    private static async Task Ask(AgentDesk amy, Shopper shopper, string question)
    {
        await shopper.OpenChat();
        await shopper.Write(question);
        await amy.Accept(question);
    }
}
