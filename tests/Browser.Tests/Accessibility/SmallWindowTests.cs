using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Accessibility;

/// <summary>On a phone, and on a laptop at 200 % zoom, nothing is cut off and nothing scrolls sideways.</summary>
public sealed class SmallWindowTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string LongWords = "Is https://shop.example/orders/2026/11/21/a-very-long-address-without-any-break-in-it-at-all on its way? Donaudampfschifffahrtsgesellschaftskapitän";

    // Zoom divides the window's size in CSS pixels: 1280 x 800 at 200 % lays out as 640 x 400.
    public static TheoryData<string, int, int, float> Windows => new()
    {
        { "phone", 390, 844, 3 },
        { "zoomed", 640, 400, 2 },
    };

    [Theory, MemberData(nameof(Windows))]
    public async Task Widget_InASmallWindow_IsWhole(string name, int width, int height, float scale)
    {
        await using var shopper = await silo.Shopper(Window(width, height, scale));
        Assert.Empty(await shopper.Page.CutOff());
        await shopper.Launcher.ClickAsync();
        await Expect(shopper.Panel.Locator("[data-first]")).ToBeInViewportAsync();
        await Settled(shopper.Panel);
        Assert.Empty(await shopper.Page.CutOff());
        await shopper.Page.Take($"widget-home-{name}");
        await shopper.Panel.Locator("[data-first]").ClickAsync();
        await shopper.Write(LongWords);
        await shopper.Sees($"You: {LongWords}");

        await Expect(shopper.Box).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(shopper.Panel.Locator(".header")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Empty(await shopper.Page.CutOff());
        await shopper.Page.Take($"widget-chat-{name}");
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task Console_InASmallWindow_IsWhole(string name, int width, int height, float scale)
    {
        await using var li = await silo.Desk("li", Window(width, height, scale));
        await li.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write($"{name} {LongWords}");
        await li.Page.Locator(".offer").Filter(new() { HasText = name }).WaitForAsync();
        await li.Page.Take($"console-list-{name}");
        Assert.Empty(await li.Page.CutOff());

        await li.Accept(name);
        await li.Write(LongWords);
        await li.Sees($"{name} {LongWords}", LongWords);

        await Expect(li.Box).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(li.Page.Locator(".composer-foot .ant-btn")).ToBeInViewportAsync(new() { Ratio = 1 });
        await li.Page.Take($"console-thread-{name}");
        Assert.Empty(await li.Page.CutOff());
        await li.Resolve();
    }

    private static BrowserNewContextOptions Window(int width, int height, float scale) =>
        new() { ViewportSize = new() { Width = width, Height = height }, DeviceScaleFactor = scale };

    /// <summary>Its opening movement is over.</summary>
    private static Task Settled(ILocator panel) => panel.EvaluateAsync("p => Promise.all(p.getAnimations({ subtree: true }).map(a => a.finished))");
}
