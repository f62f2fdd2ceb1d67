namespace Grainline.Browser.Tests.Hosting;

/// <summary>What the machine must bring. Where it does not, a test is skipped with the reason; in continuous integration it fails.</summary>
internal static class Needs
{
    private static readonly string[] Chromiums = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Chromiums.Select(Find).FirstOrDefault(p => p is not null);

    public static string? Node { get; } = Find("node");

    public static void Browser() => Demand(Chromium, "This test needs Chromium: install it or set CHROMIUM_PATH.");

    public static void NodeJs() => Demand(Node, "This test needs Node.js 20.19 or later on the PATH.");

    private static void Demand(string? found, string reason)
    {
        if (found is not null)
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder != "").Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
