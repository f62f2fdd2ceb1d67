using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Conversations;

namespace Grainline.Routing;

/// <summary>The versions of a queue's policy and the one in force. The newest 200 are kept; the one in force always is.</summary>
internal sealed record PolicyHistory
{
    private const int Kept = 200;

    public static readonly PolicyHistory Empty = new();

    /// <summary>Oldest first.</summary>
    public ImmutableArray<PolicyVersion> Versions { get; init; } = [];

    /// <summary>0 before the first one.</summary>
    public long InForce { get; init; }

    /// <summary>What was in force before, for a rollback that names no version.</summary>
    public long Before { get; init; }

    [JsonIgnore]
    public long Next => Versions.IsEmpty ? 1 : Versions[^1].Version + 1;

    [JsonIgnore]
    public RoutingPolicySpec? Spec => Find(InForce)?.Spec;

    public PolicyVersion? Find(long version) => Versions.FirstOrDefault(v => v.Version == version);

    public PolicyHistory Publish(PolicyVersion version) =>
        new() { Versions = Keep(Versions.Add(version), version.Version), InForce = version.Version, Before = InForce };

    public PolicyHistory RollBack(long toVersion) => this with { InForce = toVersion, Before = InForce };

    public PolicyList List() => new([.. Versions.Reverse().Select(View)]);

    public PolicyVersionView View(PolicyVersion v) => new(v.Version, v.Spec, v.At, v.By, v.Note, v.Version == InForce);

    private static ImmutableArray<PolicyVersion> Keep(ImmutableArray<PolicyVersion> versions, long inForce) =>
        versions.Length <= Kept ? versions : versions.RemoveAt(versions[0].Version == inForce ? 1 : 0);
}

internal sealed record PolicyVersion(long Version, RoutingPolicySpec Spec, DateTimeOffset At, Author? By, string? Note);
