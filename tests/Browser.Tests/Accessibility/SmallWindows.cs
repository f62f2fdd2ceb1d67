using Microsoft.Playwright;

namespace Grainline.Browser.Tests.Accessibility;

/// <summary>A phone, and a laptop at 200 % zoom.</summary>
internal static class SmallWindows
{
    public const string LongWords = "Is https://shop.example/orders/2026/11/21/a-very-long-address-without-any-break-in-it-at-all on its way? Donaudampfschifffahrtsgesellschaftskapitän";

    // Zoom divides the window's size in CSS pixels: 1280 x 800 at 200 % lays out as 640 x 400.
    public static TheoryData<string, int, int, float> All => new()
    {
        { "phone", 390, 844, 3 },
        { "zoomed", 640, 400, 2 },
    };

    public static BrowserNewContextOptions Window(int width, int height, float scale) =>
        new() { ViewportSize = new() { Width = width, Height = height }, DeviceScaleFactor = scale };
}
