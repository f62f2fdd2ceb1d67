using System.Collections.Immutable;

namespace Grainline.Tickets;

/// <summary>What a saga has done to a ticket.</summary>
[Flags]
internal enum TicketSagaSteps
{
    None = 0,
    Linked = 1,
    Unlinked = 2,
    Held = 4,
    Released = 8,
    Moved = 16,
    MovedBack = 32,
    Merged = 64,
    Absorbed = 128,
    SplitOff = 256,
    Parted = 512,
}

/// <summary>A saga's trace on a ticket: a step that is told again is known by it, and undoing knows what there was before.</summary>
/// <param name="State">Before it was merged.</param>
/// <param name="Tags">What the saga has added.</param>
/// <param name="Watchers">Ids of those whom it has added.</param>
/// <param name="Absorbed">Ids of the tickets that it has brought here.</param>
internal sealed record TicketSagaMark(
    string Saga, TicketSagaSteps Steps, string? State, StateCategory? Category, ImmutableArray<string> Tags, ImmutableArray<string> Watchers, ImmutableArray<string> Absorbed)
{
    /// <summary>Far more than take part in any day, so that nothing is forgotten that could still be undone.</summary>
    private const int Kept = 300;

    public static ImmutableArray<TicketSagaMark> Add(
        ImmutableArray<TicketSagaMark> marks, string saga, TicketSagaSteps step, Func<TicketSagaMark, TicketSagaMark>? more = null)
    {
        var known = marks.FirstOrDefault(m => m.Saga == saga);
        var mark = (known ?? new(saga, TicketSagaSteps.None, null, null, [], [], [])) with { };
        mark = mark with { Steps = mark.Steps | step };
        mark = more is null ? mark : more(mark);
        return known is not null ? marks.Replace(known, mark) : marks.Length < Kept ? marks.Add(mark) : marks.RemoveAt(0).Add(mark);
    }
}
