namespace Grainline.Tests.Hosting;

/// <summary>Waits for what one-way calls bring about: polls a condition on the real clock, bounded; fails with the last value seen.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<T> Becomes<T>(Func<Task<T>> read, Func<T, bool> expected)
    {
        var value = default(T);
        var came = await Tries(async () => expected(value = await read()));
        Assert.True(came, $"Still {value}.");
        return value!;
    }

    /// <summary>False when the condition has not come true in time.</summary>
    public static async Task<bool> Tries(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        return true;
    }

    /// <summary>A question asked again when a leap of the test's clock has timed out the call, or the activation, that was under way.</summary>
    public static async Task<T> Answers<T>(Func<Task<T>> ask)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await ask();
            }
            catch (Exception e) when (tries < 10 && (e is TimeoutException or OperationCanceledException))
            {
                // The clock ran ahead of the machine; a question may be asked again.
            }
        }
    }
}
