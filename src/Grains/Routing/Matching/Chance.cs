namespace Grainline.Routing.Matching;

/// <summary>Numbers that look random and follow from a conversation and a decision: FNV-1a of the id starts a SplitMix64 sequence.</summary>
internal struct Chance
{
    private ulong _state;

    public Chance(string conversationId, long decision)
    {
        _state = 14695981039346656037UL;
        foreach (var unit in conversationId)
            _state = (_state ^ unit) * 1099511628211UL;
        _state += (ulong)decision;
    }

    /// <summary>0 inclusive to <paramref name="below"/> exclusive.</summary>
    public int Next(int below) => (int)(((UInt128)Next() * (ulong)below) >> 64);

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
