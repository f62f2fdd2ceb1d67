using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Attachments;

/// <summary>Files between a visitor and an agent, through the pages that people use.</summary>
public sealed class FilesInConversationTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Files_FromBothSides_AreSeenAndSaved()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("My pot is broken");
        await amy.Accept("My pot is broken");
        var photo = await shopper.Page.ScreenshotAsync();

        await shopper.Panel.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "pot.png", MimeType = "image/png", Buffer = photo });
        await Expect(shopper.Panel.Locator(".uploads li.ready")).ToHaveCountAsync(1);
        await shopper.Page.Take("widget-file-ready");
        await shopper.Panel.Locator(".go").ClickAsync();

        var picture = amy.Page.Locator("#thread .picture-file img");
        await Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }") is > 100 and <= 480);
        await Expect(shopper.Panel.Locator(".picture img")).ToBeVisibleAsync();
        await Expect(amy.LastWords).ToHaveTextAsync(["pot.png"]);

        var receipt = new FilePayload { Name = "receipt.txt", MimeType = "text/plain", Buffer = "one pot, 12 EUR"u8.ToArray() };
        await amy.Page.Locator("input[type=file]").SetInputFilesAsync(receipt);
        await Expect(amy.Page.Locator(".upload[data-state=ready]")).ToHaveCountAsync(1);
        await amy.Page.Take("console-file-ready");
        await amy.Write("Here is your receipt");
        await Expect(shopper.Panel.Locator(".bubble .file")).ToContainTextAsync("receipt.txt");
        var saved = await amy.Page.RunAndWaitForDownloadAsync(() => amy.Page.Locator("#thread .named-file").ClickAsync());
        Assert.Equal("receipt.txt", saved.SuggestedFilename);
        Assert.Equal("one pot, 12 EUR", await File.ReadAllTextAsync(await saved.PathAsync()));
        var opened = await shopper.Page.Context.RunAndWaitForPageAsync(() => shopper.Panel.Locator(".bubble .picture").ClickAsync());
        await Expect(opened).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/files/"));
        await amy.Page.Take("console-files");
        await shopper.Page.Take("widget-files");

        await shopper.Page.ReloadAsync();
        await shopper.Launcher.ClickAsync();
        await Expect(shopper.Panel.Locator(".picture img")).ToBeVisibleAsync();
        await amy.Resolve();
    }

    [Fact]
    public async Task File_ThatIsNotWhatItIsCalled_IsRefusedInWords()
    {
        await using var amy = await silo.Desk();
        await amy.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write("Look at this");
        await amy.Accept("Look at this");

        await shopper.Panel.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "cat.png", MimeType = "image/png", Buffer = "<svg onload='alert(1)'/>"u8.ToArray() });

        await Expect(shopper.Panel.Locator(".uploads li.failed [role=alert]")).ToContainTextAsync("This file can’t be sent");
        await Expect(shopper.Panel.Locator(".go")).ToBeDisabledAsync();
        await shopper.Panel.GetByRole(AriaRole.Button, new() { Name = "Remove cat.png" }).ClickAsync();
        await shopper.Write("Never mind");
        await amy.Sees("Look at this", "Never mind");
        await amy.Resolve();
    }
}
