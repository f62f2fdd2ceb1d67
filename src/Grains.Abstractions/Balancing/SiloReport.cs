using System.Collections.Immutable;
using Orleans;

namespace Grainline.Balancing;

/// <summary>How a silo is, by its own account.</summary>
/// <param name="Silo">Its address, with its generation: a silo that starts again is another one.</param>
/// <param name="Age">How long it has been running.</param>
/// <param name="Membership">Version of the membership that it knows.</param>
/// <param name="Members">Addresses of the silos that are active in it, in ordinal order.</param>
/// <param name="Rate">Calls into its grains per second.</param>
/// <param name="Activations">Grains that are active on it.</param>
/// <param name="Cpu">Per cent of its processors; null while unknown.</param>
/// <param name="Refuses">It is overloaded or leaving: nothing may move there.</param>
/// <param name="Hottest">Its busiest grains that may move, the busiest first.</param>
[GenerateSerializer, Immutable, Alias("silo.report")]
public sealed record SiloReport(
    string Silo, TimeSpan Age, long Membership, ImmutableArray<string> Members, double Rate, int Activations, double? Cpu, bool Refuses, ImmutableArray<GrainRate> Hottest);

/// <param name="Grain">Type and key.</param>
/// <param name="Rate">Calls per second that are certainly its own.</param>
[GenerateSerializer, Immutable, Alias("grain.rate")]
public sealed record GrainRate(string Grain, double Rate);

/// <param name="Grain">Type and key.</param>
/// <param name="Target">Address of the silo that takes it.</param>
[GenerateSerializer, Immutable, Alias("move.order")]
public sealed record MoveOrder(string Grain, string Target);
