namespace Grainline.Load.Checking;

internal enum Law
{
    /// <summary>An acknowledged post that a viewer never saw.</summary>
    Lost,

    /// <summary>One post under two sequence numbers, or twice in a view.</summary>
    Doubled,

    /// <summary>Posts of one sender, or entries of a page, out of their order.</summary>
    Reordered,

    /// <summary>One sequence number that means different things to different viewers.</summary>
    Differs,

    /// <summary>An agent with more conversations than its capacity.</summary>
    OverCapacity,

    /// <summary>A conversation that waited longer was offered later.</summary>
    Overtaken,
}

/// <param name="Subject">The conversation, agent or queue.</param>
/// <param name="History">The fewest observations that show it.</param>
internal sealed record Violation(Law Law, string Subject, params string[] History);
