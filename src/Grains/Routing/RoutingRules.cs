using Grainline.Refusals;
using Grainline.Routing.Policies;

namespace Grainline.Routing;

/// <summary>What a queue's configuration must be. Pure: a null means yes.</summary>
internal static class RoutingRules
{
    public static Refusal? MayConfigure(QueueProfile profile, RoutingPolicies policies) =>
        profile.Name is not { Length: > 0 and <= Limits.NameLength } ? new(ErrorCode.InvalidArgument, $"A queue's name has 1 to {Limits.NameLength} characters.")
        : profile.OfferSeconds is < 5 or > 600 ? new(ErrorCode.InvalidArgument, "An offer lasts 5 to 600 seconds.")
        : !policies.TryFind(profile.Policy, out _) ? new(ErrorCode.InvalidArgument, $"Unknown policy '{profile.Policy}'; installed are {string.Join(", ", policies.Names)}.")
        : null;

    /// <summary>A channel that the queue says nothing about takes one slot.</summary>
    public static WorkSize WorkOf(QueueProfile? profile, string channel) =>
        profile?.Channels is { } channels && channels.FirstOrDefault(c => c.Channel == channel) is { } known ? known.Work : WorkSize.One;
}
