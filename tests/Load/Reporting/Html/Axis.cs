using System.Globalization;

namespace Grainline.Load.Reporting.Html;

internal readonly record struct Tick(double Value, string Label);

/// <summary>Where values stand between the two ends of an axis, and which of them are labelled.</summary>
internal sealed record Axis(string Title, double From, double To, bool IsLogarithmic, IReadOnlyList<Tick> Ticks)
{
    private const int Steps = 5;

    /// <summary>From 0, or from below it when a value is, to a round number that no value exceeds.</summary>
    public static Axis Linear(string title, IEnumerable<double> values)
    {
        double[] all = [0, .. values];
        var (low, high) = (all.Min(), all.Max());
        var step = Round(Math.Max(high - low, 1e-9) / Steps);
        var (first, last) = (Math.Floor(low / step), Math.Max(1, Math.Ceiling(high / step)));
        return new(title, first * step, last * step, false, [.. Range(first, last).Select(number => TickAt(number * step))]);
    }

    /// <summary>Values from nought down are left out: a logarithm has no place for them.</summary>
    public static Axis Logarithmic(string title, IEnumerable<double> values)
    {
        double[] all = [.. values.Where(value => value > 0).DefaultIfEmpty(1)];
        // Factors of 1, 2 and 5 where there is room for them.
        double[] factors = all.Max() / all.Min() > 200 ? [1] : [1, 2, 5];
        var (first, last) = (Math.Floor(Math.Log10(all.Min())) - 1, Math.Ceiling(Math.Log10(all.Max())) + 1);
        double[] marks = [.. Range(first, last).SelectMany(power => factors.Select(factor => factor * Math.Pow(10, power)))];
        var (from, to) = (marks.Last(mark => mark <= all.Min() * 1.0001), marks.First(mark => mark >= all.Max() * 0.9999 && mark > all.Min() * 1.0001));
        return new(title, from, to, true, [.. marks.Where(mark => mark >= from && mark <= to).Select(TickAt)]);
    }

    /// <returns>0 at one end, 1 at the other; values beyond an end are put on it.</returns>
    public double At(double value) => Math.Clamp(
        IsLogarithmic ? Math.Log(Math.Max(value, From) / From) / Math.Log(To / From) : (value - From) / (To - From), 0, 1);

    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(round => round >= step * 0.9999);
    }

    private static IEnumerable<double> Range(double first, double last)
    {
        for (var number = first; number <= last; number++)
            yield return number;
    }

    private static Tick TickAt(double value) => new(value, value.ToString("#,0.#####", CultureInfo.InvariantCulture));
}
