namespace Grainline.Gateway.Tests.Hosting;

/// <summary>Waits for what happens by itself: asks again until it is so, bounded; fails with the last answer.</summary>
internal static class Eventually
{
    public static async Task<T> Becomes<T>(Func<Task<T>> read, Func<T, bool> expected)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (expected(value))
                return value;
            if (TimeProvider.System.GetElapsedTime(started) > HubClient.Patience)
                Assert.Fail($"Still {value}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
