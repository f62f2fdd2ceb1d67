using System.Runtime.CompilerServices;

namespace Grainline.Routing.Learning;

/// <summary>
/// What is known of an agent at the moment of a decision, beside who it is and what the conversation is about. Every member is about 0 to 1, so that one prior fits them all.
/// </summary>
/// <param name="Load">Share of the capacity that is taken already.</param>
/// <param name="Skill">Fit of the skills, 0 to 1.</param>
/// <param name="Shift">Hours since the agent came on, in eights.</param>
/// <param name="Satisfaction">What visitors said of the agent so far: -1 (all ones) to 1 (all fives), 0 while nobody said anything.</param>
internal readonly record struct Features(double Load, double Skill, double Shift, double Satisfaction)
{
    public const int Count = 4;

    public static double ShiftOf(TimeSpan sinceTheStart) => Math.Clamp(sinceTheStart.TotalHours, 0, 12) / 8;

    public Vector ToVector()
    {
        var vector = default(Vector);
        (vector[0], vector[1], vector[2], vector[3]) = (Load, Skill, Shift, Satisfaction);
        return vector;
    }

    [InlineArray(Count)]
    internal struct Vector
    {
        private double _first;
    }
}
