namespace Grainline.Load.Figures;

internal static class Measured
{
    /// <summary>Runs some work and tells what it cost the system, from its beginning to its end.</summary>
    public static async Task<(T Result, Costs Costs)> Run<T>(IMeasured system, Func<Task<T>> work)
    {
        using var measurement = new Measurement(system);
        await measurement.Attach();
        measurement.Begin();
        var result = await work();
        return (result, await measurement.End());
    }
}
