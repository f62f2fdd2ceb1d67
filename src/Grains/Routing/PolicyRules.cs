using Grainline.Refusals;
using Grainline.Routing.Learning;
using Grainline.Routing.Policies;

namespace Grainline.Routing;

/// <summary>Who may change how a queue chooses, and to what. Pure: a null means yes.</summary>
internal static class PolicyRules
{
    private static readonly Refusal AdminsOnly = new(ErrorCode.Forbidden, "Only administrators change policies.");

    public static Refusal? MayPublish(PublishPolicy command, RoutingPolicies policies, LearningState learning) =>
        !IsAdmin(command.By) ? AdminsOnly
        : command.Note?.Length > Limits.CommentLength ? new(ErrorCode.InvalidArgument, $"A note has at most {Limits.CommentLength} characters.")
        : policies.Refuse(command.Spec) ?? (command.Spec.Name == Learned.Name ? LearningRules.MayPublish(command.Spec.Learning ?? new(), learning) : null);

    public static Refusal? MayRollBack(PolicyHistory history, RollBackPolicy command) =>
        !IsAdmin(command.By) ? AdminsOnly
        : history.Find(command.ToVersion ?? history.Before) is null ? new(ErrorCode.InvalidArgument, "There is no such version.")
        : null;

    private static bool IsAdmin(Actor who) => who.IsStaff && who.Roles.HasFlag(StaffRoles.Admin);
}
