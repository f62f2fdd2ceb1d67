using System.Collections.Immutable;

namespace Grainline.Balancing;

/// <summary>What a cycle came to.</summary>
internal enum CycleOutcome
{
    /// <summary>Balancing is turned off.</summary>
    Off,

    /// <summary>Some silo has not reported.</summary>
    Incomplete,

    /// <summary>Silos came or went not long ago.</summary>
    Settling,

    /// <summary>Too little load to be worth a thought.</summary>
    Quiet,

    /// <summary>No silo is hot.</summary>
    Level,

    /// <summary>A silo is hot, but not for long enough.</summary>
    Watching,

    /// <summary>A silo is hot and nothing that may move would make it better.</summary>
    Stuck,

    Moving,
}

/// <summary>One decision.</summary>
/// <param name="Mean">Calls per second of the mean silo.</param>
/// <param name="Highest">Of the busiest one.</param>
internal sealed record Cycle(CycleOutcome Outcome, double Mean, double Highest, ImmutableArray<Move> Moves);

/// <summary>A move, with what led to it.</summary>
/// <param name="GrainRate">Calls per second of the grain.</param>
/// <param name="FromRate">Of the silo that it leaves, before it does.</param>
/// <param name="ToRate">Of the silo that takes it, before it does.</param>
internal sealed record Move(string Grain, string From, string To, double GrainRate, double FromRate, double ToRate);
