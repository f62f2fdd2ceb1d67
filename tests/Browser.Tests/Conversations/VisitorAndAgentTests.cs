using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Conversations;

/// <summary>One visitor in the demonstration shop, one agent at the console, the real process between them.</summary>
public sealed class VisitorAndAgentTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Conversation_WrittenFromBothSides_IsTheSameForBoth()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("Do you ship to Lisbon?");
        await amy.Page.Locator(".offer").WaitForAsync();
        await amy.Page.Take("console-offer");
        await amy.Accept("Do you ship to Lisbon?");
        await amy.Write("We do. It takes three days.");
        await shopper.Sees("You: Do you ship to Lisbon?", "Amy: We do. It takes three days.");
        await shopper.Write("Perfect, thank you!");
        await amy.Sees("Do you ship to Lisbon?", "We do. It takes three days.", "Perfect, thank you!");
        await Expect(amy.LastWords).ToHaveTextAsync(["Perfect, thank you!"]);
        await amy.Page.Take("console-conversation");
        await shopper.Page.Take("widget-conversation");

        await amy.Page.ReloadAsync();

        await amy.IsOnline();
        await amy.Sees("Do you ship to Lisbon?", "We do. It takes three days.", "Perfect, thank you!");
        await amy.Write("Anything else?");
        await shopper.Sees("You: Do you ship to Lisbon?", "Amy: We do. It takes three days.", "You: Perfect, thank you!", "Amy: Anything else?");
        await amy.Resolve();
        await shopper.Page.Take("widget-resolved");
    }

    [Fact]
    public async Task Messages_WrittenWhileTheVisitorsNetworkIsDown_ArriveOnceAndInOrder()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("one");
        await amy.Accept("one");
        await shopper.Sees("You: one");

        await shopper.LoseNetwork();
        await shopper.Write("two");
        await shopper.Write("three");
        await amy.Write("from Amy, one");
        await amy.Write("from Amy, two");
        await Expect(amy.Rows.Nth(2)).ToHaveAttributeAsync("data-state", "delivered");
        await Expect(shopper.Panel.Locator(".banner.on")).ToBeVisibleAsync();
        await shopper.Sees("You: one", "You: two", "You: three");
        await shopper.Page.Take("widget-offline");
        await shopper.RegainNetwork();

        await shopper.Sees("You: one", "Amy: from Amy, one", "Amy: from Amy, two", "You: two", "You: three");
        await amy.Sees("one", "from Amy, one", "from Amy, two", "two", "three");
        await Expect(shopper.Panel.Locator(".banner.on")).ToHaveCountAsync(0);
        await amy.Resolve();
    }

    [Fact]
    public async Task Note_WrittenByTheAgent_NeverReachesTheVisitor()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        var heard = new List<string>();
        shopper.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard.Add(frame.Text ?? "");
        await shopper.OpenChat();
        await shopper.Write("Is my order on its way?");
        await amy.Accept("Is my order on its way?");

        await amy.WriteNote("VIP-7731, check stock first");
        await Expect(amy.Rows.Nth(1)).ToHaveAttributeAsync("data-note", "true");
        await amy.Write("It left this morning.");
        await amy.Page.Take("console-note");

        await shopper.Sees("You: Is my order on its way?", "Amy: It left this morning.");
        await shopper.Page.ReloadAsync();
        await shopper.Launcher.ClickAsync();
        await shopper.Sees("You: Is my order on its way?", "Amy: It left this morning.");
        Assert.Contains(heard, frame => frame.Contains("It left this morning."));
        Assert.DoesNotContain(heard, frame => frame.Contains("VIP-7731"));
        await amy.Resolve();
    }

    [Fact]
    public async Task SecondTab_OfTheSameVisitor_ShowsTheSameThreadAndWritesIntoIt()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("Can I return a used pot?");
        await amy.Accept("Can I return a used pot?");

        var second = new Shopper(shopper.Context, await shopper.Context.NewPageAsync());
        await second.Page.GotoAsync("/demo/");
        await second.Launcher.ClickAsync();
        await second.Sees("You: Can I return a used pot?");
        await second.Write("Within thirty days?");

        await shopper.Sees("You: Can I return a used pot?", "You: Within thirty days?");
        await amy.Write("Yes, with the receipt.");
        await shopper.Sees("You: Can I return a used pot?", "You: Within thirty days?", "Amy: Yes, with the receipt.");
        await second.Sees("You: Can I return a used pot?", "You: Within thirty days?", "Amy: Yes, with the receipt.");
        await shopper.Page.CloseAsync();
        await second.Write("Thanks!");
        await amy.Sees("Can I return a used pot?", "Within thirty days?", "Yes, with the receipt.", "Thanks!");
        await amy.Resolve();
    }

    [Fact]
    public async Task Chinese_OnBothSides_IsSpokenThroughout()
    {
        await using var amy = await silo.Desk(options: new() { Locale = "zh-CN" });
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper(page: "/demo/zh/");
        await Expect(shopper.Launcher).ToHaveAccessibleNameAsync("打开在线客服");
        await shopper.OpenChat();
        await shopper.Write("茶壶可以用在电磁炉上吗？");
        await Expect(amy.Page.Locator(".offer .ant-btn-primary")).ToContainTextAsync("接入");
        await amy.Page.Take("console-offer-zh");
        await amy.Accept("茶壶可以用在电磁炉上吗？");
        await amy.Write("可以的，请放心使用。");

        await shopper.Sees("我: 茶壶可以用在电磁炉上吗？", "Amy: 可以的，请放心使用。");
        await Expect(shopper.Box).ToHaveAttributeAsync("placeholder", "请输入消息…");
        await Expect(amy.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(amy.Status).ToContainTextAsync("在线");
        await shopper.Page.Take("widget-zh");
        await amy.Page.Take("console-conversation-zh");
        await amy.Resolve();
    }
}
