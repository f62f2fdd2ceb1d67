using System.Text.Json.Serialization;

namespace Grainline.Tickets.Numbers;

/// <summary>What can happen to a tenant's ticket numbers. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(TicketNumbersReserved), "ticketnumber.reserved")]
[JsonDerivedType(typeof(TicketNumbersReturned), "ticketnumber.returned")]
internal abstract record TicketNumberEvent;

/// <summary>All up to this may be in use from now on.</summary>
internal sealed record TicketNumbersReserved(long UpTo) : TicketNumberEvent;

/// <summary>Those above this were never given.</summary>
internal sealed record TicketNumbersReturned(long UpTo) : TicketNumberEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketNumberEvent))]
internal sealed partial class TicketNumberJson : JsonSerializerContext;
