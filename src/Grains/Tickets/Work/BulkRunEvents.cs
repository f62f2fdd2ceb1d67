using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Refusals;

namespace Grainline.Tickets.Work;

/// <summary>What can happen to a bulk run. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(BulkBegun), "bulk.begun")]
[JsonDerivedType(typeof(BulkAdvanced), "bulk.advanced")]
[JsonDerivedType(typeof(BulkCancelled), "bulk.cancelled")]
[JsonDerivedType(typeof(BulkEnded), "bulk.ended")]
internal abstract record BulkRunEvent;

internal sealed record BulkBegun(Actor By, ImmutableArray<string> TicketIds, ImmutableArray<TicketAction> Actions, string? Macro) : BulkRunEvent;

/// <param name="Done">How many of the tickets are behind, from the first on.</param>
/// <param name="Failed">Those of them that refused, since the last time.</param>
internal sealed record BulkAdvanced(int Done, ImmutableArray<FailedTicket> Failed) : BulkRunEvent;

/// <param name="Code">Number of the <see cref="ErrorCode"/>, whose names may change.</param>
internal sealed record FailedTicket(string TicketId, int Code, string Why)
{
    public BulkFailure View => new(TicketId, (ErrorCode)Code, Why);
}

internal sealed record BulkCancelled(Actor By) : BulkRunEvent;

internal sealed record BulkEnded : BulkRunEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BulkRunEvent))]
internal sealed partial class BulkRunJson : JsonSerializerContext;
