namespace Grainline.Routing.Learning;

/// <summary>
/// What a conversation has cost, in one number to be kept low: the logarithm of its handle time, more if it was not resolved or the visitor was not content.
/// The logarithm, because agents differ by factors; and so that an hour in which somebody forgot to resolve does not outweigh a week.
/// </summary>
internal static class Effort
{
    /// <summary>Who is not helped comes again: that costs the time twice.</summary>
    private static readonly double Unresolved = Math.Log(2);

    // One point of five on the rating counts like a tenth of the time.
    private const double PerPoint = 0.1;
    private const int Content = 4;
    private const double Shortest = 5;
    private const double Longest = 4 * 3_600;

    /// <param name="handleSeconds">Below 5 counts as 5, above four hours as four hours.</param>
    /// <param name="score">1 to 5, null if the visitor did not say.</param>
    public static double Of(double handleSeconds, bool resolved, int? score) =>
        OfTime(handleSeconds) + (resolved ? 0 : Unresolved) + (score is { } said ? PerPoint * (Content - Math.Clamp(said, 1, 5)) : 0);

    public static double OfTime(double handleSeconds) => Math.Log(Math.Clamp(handleSeconds, Shortest, Longest));
}
