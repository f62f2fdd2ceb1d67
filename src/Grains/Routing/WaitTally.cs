using Grainline.Agents;

namespace Grainline.Routing;

/// <summary>What the end of one wait adds to a queue's figures. Pure.</summary>
internal static class WaitTally
{
    public static QueueTally Of(LineLeft left, WaitingConversation conversation, WaitPromise? promise, ServiceTarget target, DateTimeOffset at)
    {
        var waited = Math.Max(0, (at - conversation.WaitingSince).TotalSeconds);
        var error = promise is null ? 0 : promise.Seconds - (at - promise.ToldAt).TotalSeconds;
        return left switch
        {
            { AgentId: not null } => new(at)
            {
                Answered = 1,
                WithinTarget = waited <= target.Seconds ? 1 : 0,
                WaitSeconds = waited,
                LongestSeconds = waited,
                EtaSamples = promise is null ? 0 : 1,
                EtaErrorSeconds = Math.Abs(error),
                EtaBiasSeconds = error,
                ToldSamples = left.Told?.Samples ?? 0,
                ToldErrorSeconds = left.Told?.ErrorSeconds ?? 0,
            },
            { Reason: LeftBecause.Closed } => new(at) { Abandoned = 1, LongestSeconds = waited },
            _ => new(at),
        };
    }
}
