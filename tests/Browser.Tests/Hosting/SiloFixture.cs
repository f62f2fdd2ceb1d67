using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace Grainline.Browser.Tests.Hosting;

/// <summary>A silo for the tests of one class that leave it alive, and the people at it.</summary>
public sealed class SiloFixture(OneBrowser browser) : IAsyncLifetime
{
    private readonly SiloProcess _silo = new();

    internal string Address => _silo.Address;

    public async ValueTask InitializeAsync()
    {
        if (Needs.Chromium is not null)
            await _silo.Start();
    }

    /// <summary>A shopper with a browser of their own.</summary>
    internal async Task<Shopper> Shopper(BrowserNewContextOptions? options = null, string page = "/demo/") =>
        await Pages.Shopper.Enter(await Person(options), page);

    /// <summary>A member of staff, logged in at the console.</summary>
    internal async Task<AgentDesk> Desk(string login = "amy", BrowserNewContextOptions? options = null) =>
        await AgentDesk.LogIn(await Person(options), login);

    internal async Task<IBrowserContext> Person(BrowserNewContextOptions? options = null)
    {
        options = new(options ?? new()) { BaseURL = Address };
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        options.Locale ??= "en-GB";
        var person = await (await browser.Get()).NewContextAsync(options);
        person.SetDefaultTimeout(20_000);
        return person;
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();
}
