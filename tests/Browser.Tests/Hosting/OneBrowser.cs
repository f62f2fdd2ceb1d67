using Grainline.Browser.Tests.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(OneBrowser))]
// Two browsers and two silos at once would measure the machine, not the product.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Grainline.Browser.Tests.Hosting;

/// <summary>One Chromium for all tests, started when the first one asks. A person is a context of it: own cookies, own storage.</summary>
public sealed class OneBrowser : IAsyncLifetime
{
    // The first five are what containers need, the others keep the browser from talking to anybody but the silo.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<IBrowser> Get()
    {
        Needs.Browser();
        if (_browser is not null)
            return _browser;
        // Bounds for machines that do a lot besides; nothing waits longer than it must.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        return _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Needs.Chromium, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
