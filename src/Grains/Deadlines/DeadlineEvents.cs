using System.Text.Json.Serialization;

namespace Grainline.Deadlines;

/// <summary>What can happen in a shard. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(DeadlineSet), "deadline.set")]
[JsonDerivedType(typeof(DeadlineCleared), "deadline.cleared")]
internal abstract record DeadlineEvent;

internal sealed record DeadlineSet(Deadline Deadline) : DeadlineEvent;

internal sealed record DeadlineCleared(DeadlineTargetKind Kind, string Key, string Name) : DeadlineEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeadlineEvent))]
internal sealed partial class DeadlineJson : JsonSerializerContext;
