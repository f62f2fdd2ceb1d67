namespace Grainline.Browser.Tests.Hosting;

/// <summary>Waits for what happens by itself outside the browser: asks again until it is so, bounded; fails with the question.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task So(Func<bool> question, Func<string> failure)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!question())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                Assert.Fail(failure());
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
