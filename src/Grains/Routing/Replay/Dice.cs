namespace Grainline.Routing.Replay;

/// <summary>
/// Randomness that is the same for ever: SplitMix64 (Steele, Lea and Flood 2014). A value of its own, so that what one conversation draws never moves what another one does.
/// </summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice that belong to one thing under one seed.</summary>
    public static Dice For(ulong seed, ReadOnlySpan<char> thing)
    {
        // FNV-1a; the first draw mixes it thoroughly.
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in thing)
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        var dice = new Dice(hash ^ (seed * 0x9E37_79B9_7F4A_7C15UL));
        dice.Next();
        return dice;
    }

    public ulong Next()
    {
        var mixed = _state += 0x9E37_79B9_7F4A_7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Normally distributed around 0 with deviation 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>Exponentially distributed with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Unit());
}
