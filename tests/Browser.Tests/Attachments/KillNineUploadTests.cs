using System.Security.Cryptography;
using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Attachments;

/// <summary>The server is killed in the middle of an upload from the console: the upload goes on where it was, and what comes out is what went in.</summary>
public sealed class KillNineUploadTests(OneBrowser browser)
{
    private const int Bytes = 24 << 20;
    private const int BytesPerSecond = 6 << 20;

    [Fact]
    public async Task Upload_ServerKilledInTheMiddle_GoesOnWhereItWas()
    {
        Needs.Browser();
        await using var silo = new SiloProcess();
        await silo.Start();
        var chromium = await browser.Get();
        await using var amy = await AgentDesk.LogIn(await chromium.NewContextAsync(new() { BaseURL = silo.Address, Locale = "en-GB" }), "amy");
        await amy.BecomeAvailable();
        await using var shopper = await Shopper.Enter(await chromium.NewContextAsync(new() { BaseURL = silo.Address }), "/demo/");
        await shopper.OpenChat();
        await shopper.Write("Send me the catalogue");
        await amy.Accept("Send me the catalogue");
        byte[] catalogue = [(byte)'P', (byte)'K', 3, 4, .. RandomNumberGenerator.GetBytes(Bytes)];
        var offsets = new List<long>();
        amy.Page.Request += (_, request) =>
        {
            if (request.Method == "PATCH")
                offsets.Add(long.Parse(request.Headers["upload-offset"], System.Globalization.CultureInfo.InvariantCulture));
        };
        var network = await amy.Page.Context.NewCDPSessionAsync(amy.Page);
        await network.SendAsync("Network.enable");
        await Limit(network, BytesPerSecond);

        await amy.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "catalogue.zip", MimeType = "application/zip", Buffer = catalogue });
        await Eventually.So(() => Received(silo) > 4 << 20, () => $"{Received(silo)} bytes have come.");
        await silo.KillNine();
        var received = Received(silo);
        await silo.Start();
        await Limit(network, -1);

        await Expect(amy.Page.Locator(".upload[data-state=ready]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        Assert.InRange(received, 4 << 20, Bytes);
        Assert.Equal((0L, received), (offsets[0], offsets.First(offset => offset > 0)));
        await amy.Write("Here it is");
        await Expect(shopper.Panel.Locator(".bubble .file")).ToContainTextAsync("catalogue.zip");
        var saved = await amy.Page.RunAndWaitForDownloadAsync(() => amy.Page.Locator("#thread .named-file").ClickAsync());
        Assert.Equal(SHA256.HashData(catalogue), SHA256.HashData(await File.ReadAllBytesAsync(await saved.PathAsync())));
    }

    private static long Received(SiloProcess silo)
    {
        var folder = Path.Combine(silo.Data, "attachments");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.part", SearchOption.AllDirectories).Sum(part => new FileInfo(part).Length) : 0;
    }

    private static Task Limit(ICDPSession network, double bytesPerSecond) => network.SendAsync(
        "Network.emulateNetworkConditions",
        new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytesPerSecond });
}
