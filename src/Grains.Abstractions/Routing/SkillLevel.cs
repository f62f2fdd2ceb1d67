using Orleans;

namespace Grainline.Routing;

/// <summary>What an agent can do, or what a conversation needs at least.</summary>
/// <param name="Skill">Id within the tenant, such as <c>refunds</c>.</param>
/// <param name="Level">1 (beginner) to 5 (expert).</param>
[GenerateSerializer, Immutable, Alias("routing.skill")]
public sealed record SkillLevel(string Skill, int Level);
