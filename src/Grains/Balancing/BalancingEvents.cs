using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Journaling;

namespace Grainline.Balancing;

/// <summary>What the balancer did. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(MoveOrdered), "balancing.move-ordered")]
internal abstract record BalancingEvent;

/// <summary>A grain was told to go to another silo. Rates are calls per second as they were before; of several moves of one cycle each counts those before it.</summary>
/// <param name="Rule">What was broken, in words and figures.</param>
internal sealed record MoveOrdered(
    string Grain, string From, string To, double GrainRate, double FromRate, double ToRate, double Mean, string Rule) : BalancingEvent;

/// <summary>When grains were moved that may still have to rest.</summary>
internal sealed record BalancingState(ImmutableDictionary<string, DateTimeOffset> Moved) : IEventSourced<BalancingState, BalancingEvent>
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static BalancingState Initial { get; } = new(ImmutableDictionary<string, DateTimeOffset>.Empty);

    public BalancingState Apply(BalancingEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        MoveOrdered moved => new(Moved.RemoveRange(Moved.Where(m => at - m.Value > Remembered).Select(m => m.Key)).SetItem(moved.Grain, at)),
        _ => this,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BalancingEvent))]
internal sealed partial class BalancingJson : JsonSerializerContext;
