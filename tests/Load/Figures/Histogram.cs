using System.Numerics;

namespace Grainline.Load.Figures;

/// <summary>
/// Durations in nanoseconds, in buckets that are exact below 256 and at most 1/128 wide above. Recording is one addition and safe from many threads.
/// </summary>
internal sealed class Histogram
{
    private const int SubBits = 7;
    private const int Sub = 1 << SubBits;

    private readonly long[] _counts = new long[(65 - SubBits) * Sub];
    private long _max;

    public long Count => _counts.Sum();

    public long Max => Volatile.Read(ref _max);

    public void Record(long nanoseconds)
    {
        var value = Math.Max(0, nanoseconds);
        Interlocked.Increment(ref _counts[Index(value)]);
        for (var max = Max; value > max; max = Max)
            Interlocked.CompareExchange(ref _max, value, max);
    }

    /// <summary>The smallest recorded value, up to a bucket's width, that at least this share of all values does not exceed; 0 when empty.</summary>
    /// <param name="share">0 to 1.</param>
    public long At(double share)
    {
        var count = Count;
        if (count == 0)
            return 0;
        var wanted = Math.Max(1, (long)Math.Ceiling(count * share));
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted)
                return Math.Min(Top(i), Max);
        }
        return Max;
    }

    private static int Index(long value)
    {
        var shift = Math.Max(0, 63 - BitOperations.LeadingZeroCount((ulong)value) - SubBits);
        return (shift << SubBits) + (int)(value >> shift);
    }

    // The last value that falls into the bucket: a percentile is never told too low.
    private static long Top(int index)
    {
        var shift = Math.Max(0, (index >> SubBits) - 1);
        return ((index - ((long)shift << SubBits) + 1) << shift) - 1;
    }
}
