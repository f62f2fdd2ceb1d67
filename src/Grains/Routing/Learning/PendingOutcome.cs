namespace Grainline.Routing.Learning;

/// <summary>A decision whose outcome is not known yet, or lately became known: a rating that comes later is still told apart from a second outcome.</summary>
/// <param name="AgentId">Who was chosen.</param>
/// <param name="Topic">What the conversation is about.</param>
/// <param name="Features">Of the chosen one, at that moment.</param>
/// <param name="Number">Counts decisions; the oldest are forgotten.</param>
/// <param name="Wanted">What the learned policy's own choice would have been expected to take; null when there was nothing to choose by.</param>
/// <param name="Expected">What the chosen one was expected to take.</param>
/// <param name="Weight">One over the propensity if the learned policy would have chosen the same, else 0.</param>
/// <param name="Arm">Who decided.</param>
/// <param name="Finished">Its outcome has been learned.</param>
/// <param name="Rated">And its rating.</param>
internal sealed record PendingOutcome(
    string AgentId, string? Topic, Features Features, long Number, double? Wanted, double Expected, double Weight, Arm Arm, bool Finished = false, bool Rated = false);

/// <summary>Who decided on a conversation.</summary>
internal enum Arm
{
    /// <summary>Another policy, or the fallback before enough was learned.</summary>
    Other,

    /// <summary>The learned policy.</summary>
    Learned,

    /// <summary>The fallback, to compare with.</summary>
    Holdout,
}
