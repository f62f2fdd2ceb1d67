using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using static Grainline.Browser.Tests.Accessibility.SmallWindows;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Accessibility;

/// <summary>In a small window nothing of the console is cut off. Apart from the widget's tests: visitors that nobody serves would be offered here first.</summary>
public sealed class SmallConsoleTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Theory, MemberData(nameof(All), MemberType = typeof(SmallWindows))]
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
        foreach (var button in new[] { ".file-button", ".ant-btn-primary" })
            await Expect(li.Page.Locator($".composer-foot {button}")).ToBeInViewportAsync(new() { Ratio = 1 });
        await li.Page.Take($"console-thread-{name}");
        Assert.Empty(await li.Page.CutOff());
        await li.Resolve();
    }
}
