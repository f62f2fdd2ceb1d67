namespace Grainline.Routing.Replay;

/// <summary>How one conversation went through the queue.</summary>
/// <param name="Index">Of its arrival.</param>
/// <param name="Wait">From when it began to wait until somebody had it, or until it left, or until the run was over.</param>
/// <param name="AgentId">Who served it; null for nobody.</param>
/// <param name="Handle">How long that took; zero when nobody did.</param>
internal sealed record Passage(int Index, PassageEnd End, TimeSpan Wait, string? AgentId, TimeSpan Handle, bool Resolved);

internal enum PassageEnd
{
    Served,

    /// <summary>The visitor gave up.</summary>
    Abandoned,

    /// <summary>A ring sent it to another queue.</summary>
    MovedOn,

    /// <summary>The run ended before anybody could.</summary>
    StillWaiting,
}

/// <summary>What one run came to.</summary>
/// <param name="Passages">One for each arrival, in their order.</param>
/// <param name="Work">By agent, in order of ids.</param>
/// <param name="Decisions">How many were made.</param>
/// <param name="Explored">How many of them the learned policy made against its best knowledge.</param>
internal sealed record Course(IReadOnlyList<Passage> Passages, IReadOnlyList<AgentWork> Work, long Decisions, long Explored);

/// <param name="Busy">Units of work times time.</param>
/// <param name="Staffed">Units of capacity times time while it could be given work, or more while it finished what it had.</param>
internal readonly record struct AgentWork(string AgentId, TimeSpan Busy, TimeSpan Staffed, int Served)
{
    public double Occupancy => Staffed > TimeSpan.Zero ? Busy / Staffed : 0;
}
