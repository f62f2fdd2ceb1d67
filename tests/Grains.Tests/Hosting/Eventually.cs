namespace Grainline.Tests.Hosting;

/// <summary>Waits for what one-way calls bring about: polls a condition on the real clock, bounded; fails with the last value seen.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<T> Becomes<T>(Func<Task<T>> read, Func<T, bool> expected)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (expected(value))
                return value;
            if (TimeProvider.System.GetElapsedTime(deadline) > Patience)
                Assert.Fail($"Still {value}.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
