using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Pages;

/// <summary>The console's tickets: their list and the page of one.</summary>
internal static class TicketDesk
{
    public static ILocator TicketRows(this AgentDesk desk) => desk.Page.Locator(".ticket-row");

    public static ILocator TicketRow(this AgentDesk desk, string subject) => desk.TicketRows().Filter(new() { HasText = subject });

    public static ILocator Comments(this AgentDesk desk) => desk.Page.Locator(".comment-item .bubble");

    public static ILocator TicketHeader(this AgentDesk desk) => desk.Page.Locator(".ticket-header");

    public static async Task OpenTickets(this AgentDesk desk)
    {
        await desk.Open("Tickets");
        await Expect(desk.Page.Locator(".live")).ToBeVisibleAsync();
        await desk.Page.Mouse.MoveAsync(700, 5);
    }

    public static async Task OpenTicket(this AgentDesk desk, string subject)
    {
        await desk.TicketRow(subject).GetByRole(AriaRole.Button, new() { Name = subject }).ClickAsync();
        await Expect(desk.TicketHeader()).ToContainTextAsync(subject);
    }

    /// <summary>Ends on the page of the new ticket.</summary>
    /// <param name="words">The requester reads them.</param>
    public static async Task NewTicket(this AgentDesk desk, string subject, string words)
    {
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New ticket" }).ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Subject").FillAsync(subject);
        await dialog.GetByLabel("First words").FillAsync(words);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(desk.TicketHeader()).ToContainTextAsync(subject);
    }

    public static async Task Comment(this AgentDesk desk, string text)
    {
        await desk.Page.Locator("#ticket-text").FillAsync(text);
        await desk.Page.Locator("#ticket-text").PressAsync("Control+Enter");
        await Expect(desk.Comments().Filter(new() { HasText = text })).ToHaveCountAsync(1);
    }

    public static Task Press(this AgentDesk desk, string name) =>
        desk.TicketHeader().GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
