namespace Grainline.Load.Figures;

/// <param name="Timeline">Empty where nothing is delivered.</param>
internal sealed record Measured<T>(T Result, Costs Costs, Sample[] Timeline);

internal static class Measured
{
    /// <summary>Runs some work and tells what it cost the system, from its beginning to its end.</summary>
    /// <param name="delivered">Deliveries so far; null where nothing is delivered.</param>
    public static async Task<Measured<T>> Run<T>(IMeasured system, Func<Task<T>> work, Func<long>? delivered = null)
    {
        using var measurement = new Measurement(system, delivered);
        await measurement.Attach();
        measurement.Begin();
        var result = await work();
        return new(result, await measurement.End(), measurement.Samples);
    }
}
