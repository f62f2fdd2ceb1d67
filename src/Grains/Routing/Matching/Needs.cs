using System.Collections.Immutable;

namespace Grainline.Routing.Matching;

/// <summary>Skills that are asked. Two are equal when they ask the same, in whatever order it was said.</summary>
internal sealed class Needs : IEquatable<Needs>
{
    public static readonly Needs None = new([], []);

    private readonly int _hash;

    public Needs(IEnumerable<SkillLevel> required, IEnumerable<SkillLevel> preferred)
    {
        (Required, Preferred) = (Canonical(required), Canonical(preferred));
        var hash = new HashCode();
        foreach (var need in Required)
            hash.Add(need);
        hash.Add(Required.Length);
        foreach (var need in Preferred)
            hash.Add(need);
        _hash = hash.ToHashCode();
    }

    /// <summary>An agent must have all of these.</summary>
    public ImmutableArray<SkillLevel> Required { get; }

    /// <summary>An agent scores higher with these, under policies that look at skills.</summary>
    public ImmutableArray<SkillLevel> Preferred { get; }

    public bool Asks => Required.Length + Preferred.Length > 0;

    public Needs And(IEnumerable<SkillLevel> required, IEnumerable<SkillLevel> preferred) => new([.. Required, .. required], [.. Preferred, .. preferred]);

    public Needs Relaxed(OverflowRing ring) => new(
        Required.Where(need => ring.DropSkills is not { } dropped || !dropped.Contains(need.Skill))
            .Select(need => need with { Level = Math.Max(1, need.Level - ring.LowerLevelsBy) }),
        Preferred);

    public bool Equals(Needs? other) =>
        other is not null && _hash == other._hash && Required.AsSpan().SequenceEqual(other.Required.AsSpan()) && Preferred.AsSpan().SequenceEqual(other.Preferred.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Needs);

    public override int GetHashCode() => _hash;

    /// <summary>Asked twice, the higher level counts.</summary>
    private static ImmutableArray<SkillLevel> Canonical(IEnumerable<SkillLevel> needs) =>
        [.. needs.GroupBy(need => need.Skill, (skill, asked) => new SkillLevel(skill, asked.Max(n => n.Level))).OrderBy(need => need.Skill, StringComparer.Ordinal)];
}
