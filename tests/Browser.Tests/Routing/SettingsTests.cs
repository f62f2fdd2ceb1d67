using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Routing;

/// <summary>An administrator sets up how a queue works and how it chooses.</summary>
public sealed class SettingsTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Policy_PublishedAndRolledBack_IsInForceEachTime()
    {
        await using var ada = await silo.Desk("ada");
        await ada.Open("Settings");
        await ada.Page.GetByRole(AriaRole.Tab, new() { Name = "Policy" }).ClickAsync();
        await Expect(ada.InForce()).ToContainTextAsync("Least loaded");

        await ada.Publish("Weighted score", "Refunds waited too long for somebody who knows them.");

        await Expect(ada.InForce()).ToContainTextAsync("v2");
        await Expect(ada.InForce()).ToContainTextAsync("Weighted score");
        await Expect(ada.InForce()).ToContainTextAsync("by Ada");
        await ada.Page.Take("console-policy");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Roll back: Version 1" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Roll back" }).ClickAsync();

        await Expect(ada.InForce()).ToContainTextAsync("v1");
        await Expect(ada.InForce()).ToContainTextAsync("Least loaded");
    }

    [Fact]
    public async Task Profile_ChangedAndLeft_AsksBeforeItIsLostAndSavesWhenTold()
    {
        await using var ada = await silo.Desk("ada");
        await ada.Open("Settings");
        var name = ada.Page.GetByLabel("Name", new() { Exact = true });
        var promise = ada.Page.GetByLabel("Answered within");
        await promise.FillAsync("0");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(promise).ToHaveAttributeAsync("aria-invalid", "true");
        await promise.FillAsync("45");
        await ada.Open("Queue");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Keep editing" }).ClickAsync();
        await Expect(promise).ToHaveValueAsync("45");

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(ada.Page.Locator(".save-bar")).ToHaveCountAsync(0);
        await ada.Page.ReloadAsync();
        await Expect(name).ToHaveValueAsync("Support");
        await Expect(promise).ToHaveValueAsync("45");
    }
}
