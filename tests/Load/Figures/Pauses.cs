namespace Grainline.Load.Figures;

/// <summary>How long garbage collections stopped all threads of the .NET processes of a system. Times in milliseconds.</summary>
/// <param name="Times">Each pause with its moment, in seconds since the measurement began.</param>
internal sealed record Pauses(int Count, double Median, double Worst, double Sum, IReadOnlyList<Pause> Times)
{
    public static Pauses Of(IEnumerable<Pause> pauses)
    {
        Pause[] all = [.. pauses.OrderBy(pause => pause.At)];
        double[] lengths = [.. all.Select(pause => pause.Milliseconds).Order()];
        return lengths.Length == 0 ? new(0, 0, 0, 0, []) : new(lengths.Length, lengths[(lengths.Length - 1) / 2], lengths[^1], lengths.Sum(), all);
    }
}

internal readonly record struct Pause(double At, double Milliseconds);
