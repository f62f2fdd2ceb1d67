using Grainline.Refusals;

namespace Grainline.Routing.Learning;

/// <summary>When the learned policy may be switched on. Pure: a null means yes.</summary>
internal static class LearningRules
{
    /// <summary>Below this many outcomes the fallback decides for everybody.</summary>
    public const int EnoughToDecide = 200;

    /// <summary>Below this many comparable decisions there is no estimate to decide by.</summary>
    public const int EnoughToEstimate = 200;

    public static Refusal? MayPublish(LearningSettings settings, LearningState learning) =>
        settings.Unproven ? null
        : learning.Difference.Count < EnoughToEstimate
            ? new(ErrorCode.NotEnoughLearned, $"The learned policy has {(long)learning.Difference.Count} comparable decisions of {EnoughToEstimate}; say 'unproven' to switch it on all the same.")
            : null;

    /// <summary>What is known so far; null before the first comparable decision.</summary>
    public static LearningEstimate? Estimate(LearningState learning)
    {
        if (learning.Difference.Count < 1)
            return null;
        return new(
            (long)learning.Difference.Count, learning.Agreed, Share(learning.Difference, 0), Share(learning.Difference, -1), Share(learning.Difference, 1),
            learning.OwnDecisions == 0 ? null : (double)learning.Explored / learning.OwnDecisions, Compared(learning));
    }

    private const double Confidence = 1.96;

    // Efforts are logarithms: their difference is a factor.
    private static double Share(in RunningMean difference, int side) =>
        Math.Exp(difference.Mean + (side == 0 || double.IsInfinity(difference.Error) ? 0 : side * Confidence * difference.Error)) - 1;

    private static double? Compared(LearningState learning) =>
        learning.Learned.Count < 1 || learning.Holdout.Count < 1 ? null : Math.Exp(learning.Learned.Mean - learning.Holdout.Mean) - 1;
}
