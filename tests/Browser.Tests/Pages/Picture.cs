using Grainline.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace Grainline.Browser.Tests.Pages;

/// <summary>Screenshots for people, kept outside the repository's history.</summary>
internal static class Picture
{
    private static readonly string Folder = Path.Combine(Places.Repository, "artifacts", "screenshots");

    public static Task Take(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
