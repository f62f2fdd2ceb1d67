using Grainline.Refusals;

namespace Grainline.Routing;

/// <summary>What a policy must be before it may decide. Pure: a null means yes.</summary>
internal static class PolicyRules
{
    public const string Learned = "learned";
    private const double LargestWeight = 1_000;

    /// <param name="installed">Names of the policies of this silo.</param>
    public static Refusal? MayPublish(PublishPolicy command, IReadOnlyCollection<string> installed) =>
        !command.By.IsStaff || !command.By.Roles.HasFlag(StaffRoles.Admin) ? new(ErrorCode.Forbidden, "Only administrators publish policies.")
        : command.Note?.Length > Limits.CommentLength ? Invalid($"A note has at most {Limits.CommentLength} characters.")
        : MayUse(command.Spec, installed);

    public static Refusal? MayRollBack(PolicyHistory policies, RollBackPolicy command) =>
        !command.By.IsStaff || !command.By.Roles.HasFlag(StaffRoles.Admin) ? new(ErrorCode.Forbidden, "Only administrators roll back policies.")
        : policies.Find(command.ToVersion ?? policies.Before) is null ? Invalid("There is no such version.")
        : null;

    public static Refusal? MayUse(RoutingPolicySpec spec, IReadOnlyCollection<string> installed) =>
        MayName(spec.Name, installed)
        ?? (spec.Weights is { } weights ? MayWeigh(weights) : null)
        ?? (spec.Learning is { } learning ? MayLearn(learning, installed) : null);

    private static Refusal? MayName(string? name, IReadOnlyCollection<string> installed) => name is not null && installed.Contains(name)
        ? null
        : Invalid($"Unknown policy '{name}'; installed are {string.Join(", ", installed.Order(StringComparer.Ordinal))}.");

    private static Refusal? MayWeigh(PolicyWeights w)
    {
        ReadOnlySpan<double> parts = [w.Skill, w.Load, w.Idle, w.History];
        var any = false;
        foreach (var part in parts)
        {
            if (!(part is >= 0 and <= LargestWeight))
                return Invalid($"A weight is 0 to {LargestWeight}.");
            any |= part > 0;
        }

        return !any ? Invalid("At least one weight is above 0.")
            : w.IdleSeconds is < 1 or > 86_400 ? Invalid("'idleSeconds' is 1 to 86400.")
            : null;
    }

    private static Refusal? MayLearn(LearningSettings s, IReadOnlyCollection<string> installed) =>
        !(s.MaxExploration is >= 0 and <= 0.2) ? Invalid("'maxExploration' is 0 to 0.2.")
        : !(s.Holdout is >= 0 and <= 0.5) ? Invalid("'holdout' is 0 to 0.5.")
        : s.Fallback == Learned ? Invalid("The learned policy cannot fall back on itself.")
        : MayName(s.Fallback, installed);

    private static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
