using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Grainline.Tickets.Work;

/// <summary>What can happen to a merge, a split or a transfer. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(SagaBegun), "saga.begun")]
[JsonDerivedType(typeof(SagaPlanned), "saga.planned")]
[JsonDerivedType(typeof(SagaStepTaken), "saga.step")]
[JsonDerivedType(typeof(SagaStepSkipped), "saga.skipped")]
[JsonDerivedType(typeof(SagaTurned), "saga.turned")]
[JsonDerivedType(typeof(SagaUndoAsked), "saga.undo")]
[JsonDerivedType(typeof(SagaEnded), "saga.ended")]
internal abstract record TicketSagaEvent;

/// <summary>The intention, before anything was done. Exactly one of the three commands is set.</summary>
/// <param name="NewTicket">Id of the ticket that a split will make.</param>
internal sealed record SagaBegun(
    Actor By, TransferTicket? Transfer, MergeTickets? Merge, SplitTicket? Split, string? NewTicket, ImmutableArray<SagaStep> Steps) : TicketSagaEvent;

/// <summary>What is to be done next, worked out once it could be.</summary>
internal sealed record SagaPlanned(ImmutableArray<SagaStep> Steps) : TicketSagaEvent;

/// <param name="Step">Its place among the steps of this way, from 0.</param>
internal sealed record SagaStepTaken(int Step) : TicketSagaEvent;

/// <summary>On the way back a ticket refused: what can be taken back is taken back all the same.</summary>
/// <param name="Code">Number of the error code, whose names may change.</param>
internal sealed record SagaStepSkipped(int Step, int Code, string Why) : TicketSagaEvent;

/// <summary>A ticket refused for good: from here on what was done is taken back.</summary>
internal sealed record SagaTurned(int Code, string Why, ImmutableArray<SagaStep> Steps) : TicketSagaEvent;

/// <summary>Somebody takes it back after it was done.</summary>
internal sealed record SagaUndoAsked(Actor By, ImmutableArray<SagaStep> Steps) : TicketSagaEvent;

internal sealed record SagaEnded(TicketSagaStatus Status) : TicketSagaEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketSagaEvent))]
internal sealed partial class TicketSagaJson : JsonSerializerContext;
