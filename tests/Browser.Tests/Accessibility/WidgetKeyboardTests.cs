using Grainline.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Accessibility;

/// <summary>The widget without a mouse, and as assistive technology is told of it.</summary>
public sealed class WidgetKeyboardTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Launcher_OpenedAndClosedByKeys_TellsItsStateAndGivesTheFocusBack()
    {
        await using var shopper = await silo.Shopper();
        await Expect(shopper.Launcher).ToHaveRoleAsync(AriaRole.Button);
        await Expect(shopper.Launcher).ToHaveAccessibleNameAsync("Open chat");
        await Expect(shopper.Launcher).ToHaveAttributeAsync("aria-expanded", "false");

        await shopper.Launcher.FocusAsync();
        await shopper.Page.Keyboard.PressAsync("Enter");

        await Expect(shopper.Launcher).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(shopper.Panel).ToHaveRoleAsync(AriaRole.Dialog);
        await Expect(shopper.Panel).ToHaveAccessibleNameAsync("Chat with us: Grainline Demo");
        await Expect(shopper.Panel.Locator("[data-first]")).ToBeFocusedAsync();

        await shopper.Page.Keyboard.PressAsync("Escape");

        await Expect(shopper.Launcher).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(shopper.Launcher).ToBeFocusedAsync();
        await Expect(shopper.Panel).ToHaveAttributeAsync("inert", "");
    }

    [Fact]
    public async Task Chat_WalkedByTab_GoesFromHeadToLogToComposer()
    {
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await Expect(shopper.Log).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(shopper.Log).ToHaveAccessibleNameAsync("Transcript");
        await shopper.Box.FillAsync("hello");
        await shopper.Panel.GetByRole(AriaRole.Button, new() { Name = "Back" }).FocusAsync();

        var walked = new List<string>();
        for (var step = 0; step < 5; step++)
        {
            walked.Add(await shopper.Page.EvaluateAsync<string>("document.querySelector('#grainline').shadowRoot.activeElement?.getAttribute('aria-label') ?? 'outside'"));
            await shopper.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(["Back", "Close chat", "Transcript", "Write a message…", "Send"], walked);
    }

    [Fact]
    public async Task FullScreenPanel_WalkedByTab_KeepsTheFocusInside()
    {
        await using var shopper = await silo.Shopper(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await shopper.OpenChat();
        await Expect(shopper.Panel).ToHaveAttributeAsync("aria-modal", "true");

        for (var step = 0; step < 8; step++)
        {
            await shopper.Page.Keyboard.PressAsync("Tab");
            Assert.True(await shopper.Panel.EvaluateAsync<bool>("panel => panel.contains(panel.getRootNode().activeElement)"), $"The focus left the panel at step {step}.");
        }
    }
}
