using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Pages;

/// <summary>A visitor of the demonstration shop and the widget there.</summary>
internal sealed class Shopper(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<IWebSocketRoute> _sockets = [];
    private bool _offline;

    public IPage Page => page;

    public IBrowserContext Context => context;

    public ILocator Launcher => page.Locator("#grainline .launcher");

    public ILocator Panel => page.Locator("#grainline .panel");

    public ILocator Log => Panel.GetByRole(AriaRole.Log);

    public ILocator Bubbles => Log.Locator(".bubble:not(.dots)");

    public ILocator Box => Panel.Locator("textarea");

    public static async Task<Shopper> Enter(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        var shopper = new Shopper(context, page);
        await context.RouteWebSocketAsync(url => url.Contains("/hubs/visitor"), shopper.Carry);
        await page.GotoAsync(path);
        return shopper;
    }

    public async Task OpenChat()
    {
        await Launcher.ClickAsync();
        await Panel.Locator("[data-first]").ClickAsync();
        await Expect(Box).ToBeFocusedAsync();
    }

    public async Task Write(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>What the log says, in order, each with its author's name as a screen reader hears it: "You: hello".</summary>
    public Task Sees(params string[] lines) => Expect(Bubbles).ToHaveTextAsync(lines);

    /// <summary>The network is gone: open sockets die, new ones are refused, the page hears of it.</summary>
    public async Task LoseNetwork()
    {
        _offline = true;
        await context.SetOfflineAsync(true);
        foreach (var socket in _sockets)
            await socket.CloseAsync();
        _sockets.Clear();
    }

    public async Task RegainNetwork()
    {
        _offline = false;
        await context.SetOfflineAsync(false);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Carry(IWebSocketRoute socket)
    {
        if (_offline)
        {
            _ = socket.CloseAsync();
            return;
        }
        _sockets.Add(socket);
        socket.ConnectToServer();
    }
}
