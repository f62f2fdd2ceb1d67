using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Pages;

/// <summary>The console's pages beside the inbox: the queue, the wall, the settings.</summary>
internal static class Supervision
{
    /// <summary>Who waits, first in line first.</summary>
    public static ILocator Line(this AgentDesk desk) => desk.Page.Locator(".waiting-row");

    /// <summary>A figure by its name, such as "Waiting now".</summary>
    public static ILocator Figure(this AgentDesk desk, string name) =>
        desk.Page.Locator(".figures > div").Filter(new() { Has = desk.Page.GetByText(name, new() { Exact = true }) }).Locator("dd");

    public static ILocator Decisions(this AgentDesk desk) => desk.Page.Locator(".decision");

    /// <summary>The policy's version in force.</summary>
    public static ILocator InForce(this AgentDesk desk) => desk.Page.Locator(".versions > li[data-current=true]");

    /// <summary>Opens a page by its name on the rail.</summary>
    public static Task Open(this AgentDesk desk, string page) =>
        desk.Page.Locator(".rail").GetByRole(AriaRole.Button, new() { Name = page, Exact = true }).ClickAsync();

    /// <summary>At work, but not offered anything.</summary>
    public static async Task BecomeAway(this AgentDesk desk)
    {
        await desk.Status.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Away" }).ClickAsync();
        await Expect(desk.Status).ToHaveAttributeAsync("data-status", "away");
    }

    public static async Task OpenLive(this AgentDesk desk, string page)
    {
        await desk.Open(page);
        await Expect(desk.Page.Locator(".live")).ToBeVisibleAsync();
        // The rail's label would stand in the pictures.
        await desk.Page.Mouse.MoveAsync(700, 5);
    }

    public static async Task Publish(this AgentDesk desk, string policy, string note)
    {
        await desk.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{policy}") }).CheckAsync();
        await desk.Page.Locator(".policies textarea").First.FillAsync(note);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
    }
}
