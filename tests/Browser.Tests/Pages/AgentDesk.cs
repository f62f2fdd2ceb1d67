using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Pages;

/// <summary>The agent console in a browser of its own.</summary>
internal sealed class AgentDesk(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public const string Password = "grainline-demo";

    public IPage Page => page;

    public ILocator Status => page.Locator(".status-switch");

    public ILocator Link => page.Locator(".link-dot");

    public ILocator Bubbles => page.Locator("#thread .bubble");

    public ILocator Rows => page.Locator("#thread .bubble-row");

    public ILocator Box => page.Locator("#composer-text");

    /// <summary>What the list on the left shows of each conversation, top to bottom.</summary>
    public ILocator LastWords => page.Locator(".row .row-text");

    public static async Task<AgentDesk> LogIn(IBrowserContext context, string login)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/console/");
        await page.Locator("input[autocomplete=username]").FillAsync(login);
        await page.Locator("input[autocomplete=current-password]").FillAsync(Password);
        await page.Locator("button[type=submit]").ClickAsync();
        var desk = new AgentDesk(context, page);
        await desk.IsOnline();
        return desk;
    }

    public Task IsOnline() => Expect(Link).ToHaveAttributeAsync("data-state", "online");

    public async Task BecomeAvailable()
    {
        await Status.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem).Nth(0).ClickAsync();
        await Expect(Status).ToHaveAttributeAsync("data-status", "available");
    }

    /// <summary>Takes the offer that shows <paramref name="text"/> as the visitor's last words.</summary>
    public async Task Accept(string text)
    {
        var offer = page.Locator(".offer").Filter(new() { HasText = text });
        await Expect(offer).ToBeVisibleAsync();
        await offer.Locator(".ant-btn-primary").ClickAsync();
        await Expect(Bubbles.Filter(new() { HasText = text })).ToHaveCountAsync(1);
    }

    /// <summary>Opens the conversation whose last words are these.</summary>
    public async Task Choose(string text)
    {
        await page.Locator(".row").Filter(new() { HasText = text }).ClickAsync();
        await Expect(Bubbles.Filter(new() { HasText = text })).ToHaveCountAsync(1);
    }

    public async Task Write(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    public async Task WriteNote(string text)
    {
        await page.Locator(".composer-tabs [role=tab]").Nth(1).ClickAsync();
        await Write(text);
        await page.Locator(".composer-tabs [role=tab]").Nth(0).ClickAsync();
    }

    public Task Sees(params string[] lines) => Expect(Bubbles).ToHaveTextAsync(lines);

    /// <summary>Gives the slot back, for the tests that follow.</summary>
    public async Task Resolve()
    {
        await page.Locator(".thread-actions .ant-btn-primary").ClickAsync();
        await Expect(page.Locator(".composer-blocked")).ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
