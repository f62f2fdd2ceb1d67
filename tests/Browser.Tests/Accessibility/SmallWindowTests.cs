using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Grainline.Browser.Tests.Accessibility.SmallWindows;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Accessibility;

/// <summary>In a small window nothing of the widget is cut off and nothing scrolls sideways.</summary>
public sealed class SmallWindowTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Theory, MemberData(nameof(All), MemberType = typeof(SmallWindows))]
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

    /// <summary>Its opening movement is over.</summary>
    private static Task Settled(ILocator panel) => panel.EvaluateAsync("p => Promise.all(p.getAnimations({ subtree: true }).map(a => a.finished))");
}
