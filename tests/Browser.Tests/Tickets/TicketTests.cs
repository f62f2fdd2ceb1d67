using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Tickets;

/// <summary>Tickets as two agents work on them, in two browsers.</summary>
public sealed class TicketTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Ticket_MadeByOneAgent_IsSeenAndWorkedOnByAnother()
    {
        await using var amy = await silo.Desk();
        await using var li = await silo.Desk("li");
        await li.OpenTickets();
        await amy.OpenTickets();
        await amy.NewTicket("The glaze is crazed", "Two of six bowls show cracks in the glaze.");

        // Told, not asked for: nobody has touched li's list since.
        await Expect(li.TicketRow("The glaze is crazed")).ToHaveCountAsync(1);
        await li.OpenTicket("The glaze is crazed");
        await Expect(li.Comments()).ToHaveTextAsync(["Two of six bowls show cracks in the glaze."]);
        await li.Comment("Six new bowls leave today.");
        await li.Press("Solve");
        await Expect(li.TicketHeader()).ToContainTextAsync("Solved");
        await li.Page.Take("console-ticket");
    }

    [Fact]
    public async Task Ticket_SeenByTwo_ShowsWhoElseIsThere()
    {
        await using var amy = await silo.Desk();
        await using var li = await silo.Desk("li");
        await amy.OpenTickets();
        await amy.NewTicket("The lid does not fit", "It wobbles.");
        await li.OpenTickets();
        await li.OpenTicket("The lid does not fit");
        await Expect(amy.TicketHeader().GetByText("L", new() { Exact = true })).ToBeVisibleAsync();
        await li.Page.Locator("#ticket-text").FillAsync("I am writing");
        await Expect(amy.Page.GetByText("Li is editing this ticket too")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Ticket_FromAConversation_IsShownBesideIt()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("My parcel went to the neighbours.");
        await amy.Accept("My parcel went to the neighbours.");
        var card = amy.Page.GetByRole(AriaRole.Region, new() { Name = "Tickets" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Create a ticket from this chat" }).ClickAsync();
        var dialog = amy.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Subject").FillAsync("Parcel at the neighbours'");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Button, new() { NameRegex = new("Parcel at the neighbours'") })).ToBeVisibleAsync();
        await amy.Page.Take("console-conversation-ticket");
        await amy.Resolve();
    }

    [Fact]
    public async Task List_OfTickets_IsPictured()
    {
        await using var amy = await silo.Desk();
        await amy.OpenTickets();
        foreach (var subject in new[] { "A cup is missing", "退款什么时候到账", "Wrong colour" })
        {
            await amy.NewTicket(subject, "Please look.");
            await amy.OpenTickets();
        }

        await Expect(amy.TicketRow("Wrong colour")).ToHaveCountAsync(1);
        await amy.Page.Take("console-tickets");
    }
}
