using Grainline.Refusals;
using Grainline.Routing.Policies;

namespace Grainline.Routing;

/// <summary>What a queue's configuration must be. Pure: a null means yes.</summary>
internal static class RoutingRules
{
    public static Refusal? MayConfigure(QueueProfile profile, RoutingPolicies policies) =>
        profile.Name is not { Length: > 0 and <= Limits.NameLength } ? new(ErrorCode.InvalidArgument, $"A queue's name has 1 to {Limits.NameLength} characters.")
        : profile.OfferSeconds is < 5 or > 600 ? new(ErrorCode.InvalidArgument, "An offer lasts 5 to 600 seconds.")
        : policies.Refuse(new(profile.Policy));
}
