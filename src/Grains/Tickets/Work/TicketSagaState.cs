using System.Collections.Immutable;
using Grainline.Journaling;
using Grainline.Refusals;

namespace Grainline.Tickets.Work;

/// <summary>How far a saga is. It goes one way at a time: there, back because something refused, or back because somebody asked.</summary>
internal sealed record TicketSagaState : IEventSourced<TicketSagaState, TicketSagaEvent>
{
    public static TicketSagaState Initial { get; } = new();

    public SagaBegun? Begun { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public TicketSagaStatus Status { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was done at first: how long it can be undone counts from here.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Steps of the present way, those that were taken included.</summary>
    public ImmutableArray<SagaStep> Steps { get; init; } = [];

    /// <summary>How many of them are behind.</summary>
    public int Taken { get; init; }

    /// <summary>How often more steps were worked out on this way.</summary>
    public int Plans { get; init; }

    /// <summary>The steps there, once they were all taken.</summary>
    public ImmutableArray<SagaStep> Done { get; init; } = [];

    /// <summary>Who asked for the way back.</summary>
    public Actor? UndoneBy { get; init; }

    /// <summary>How often somebody asked for it.</summary>
    public int Undos { get; init; }

    /// <summary>Something refused on its present or last way, so that it turned by itself.</summary>
    public bool TurnedBack { get; init; }

    /// <summary>What refused first.</summary>
    public Refusal? Why { get; init; }

    public bool Exists => Begun is not null;

    public bool Ended => EndedAt is not null;

    /// <summary>On such a way nothing stops it, and there is nothing more to work out.</summary>
    public bool TakesWhatItCan => TurnedBack || (UndoneBy is not null && Begun?.Transfer is null);

    /// <summary>The move there, once it was planned.</summary>
    public TicketMove? Moved => (Done.IsEmpty ? Steps : Done).FirstOrDefault(s => s.Kind == SagaStepKind.Move)?.Move;

    public SagaStep? Next => Taken < Steps.Length ? Steps[Taken] : null;

    public IEnumerable<SagaStep> Behind => Steps.Take(Taken);

    public TicketSagaState Apply(TicketSagaEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        SagaBegun e => this with { Begun = e, StartedAt = at, Steps = e.Steps },
        SagaPlanned e => this with { Steps = [.. Steps, .. e.Steps], Plans = Plans + 1 },
        SagaStepTaken => this with { Taken = Taken + 1 },
        SagaStepSkipped e => this with { Taken = Taken + 1, Why = Why ?? new((ErrorCode)e.Code, e.Why) },
        SagaTurned e => this with { TurnedBack = true, Why = new((ErrorCode)e.Code, e.Why), Status = TicketSagaStatus.Undoing, Steps = e.Steps, Taken = 0 },
        SagaUndoAsked e => this with
        {
            UndoneBy = e.By,
            Undos = Undos + 1,
            Status = TicketSagaStatus.Undoing,
            EndedAt = null,
            TurnedBack = false,
            Why = null,
            Steps = e.Steps,
            Taken = 0,
            Plans = 0,
        },
        SagaEnded e => this with
        {
            Status = e.Status,
            EndedAt = at,
            DoneAt = DoneAt ?? (e.Status == TicketSagaStatus.Done ? at : null),
            Done = UndoneBy is null ? Steps : Done,
        },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}
