using System.Collections.Immutable;
using Grainline.Journaling;
using Grainline.Refusals;

namespace Grainline.Tickets;

using Step = Step<TicketState, TicketEvent>;

/// <summary>What was: both are folds of the stream, which is the only truth about the past.</summary>
internal sealed partial class TicketGrain
{
    private const int ReadAtOnce = 500;

    public async Task<Outcome<TicketView>> AsOf(Actor reader, DateTimeOffset at)
    {
        if (await MaySee(Durable, reader) is { } refusal)
            return refusal;
        var then = TicketState.Initial;
        await foreach (var step in Steps())
        {
            if (step.At > at)
                break;
            then = step.After;
        }

        if (!then.Exists)
            return TicketRules.NotFound;

        // Nobody does anything in the past, and nobody looks at it there.
        return reader.Kind == ActorKind.Visitor ? then.ForRequester(_key.Id, (await Book(then)).Form) : then.ForStaff(_key.Id, [], []);
    }

    public async Task<Outcome<TimelinePage>> Timeline(ReadTimeline query)
    {
        if (await MaySee(Durable, query.Reader) is { } refusal)
            return refusal;
        var requester = query.Reader.Kind == ActorKind.Visitor;
        var (after, limit, head) = (Math.Max(0, query.After), Math.Clamp(query.Limit, 1, Limits.PageSize), requester ? Durable.RequesterHead : Durable.StaffHead);
        var entries = ImmutableArray.CreateBuilder<TicketEntryView>();
        if (after >= head)
            return new TimelinePage([], head);

        // From the beginning, because an entry says what was there before it. All entries of one seq stand on one page.
        await foreach (var step in Steps())
        {
            if (step.Seq <= after)
                continue;
            if (entries.Count >= limit)
                break;
            entries.AddRange(requester ? TicketTimeline.ForRequester(step, IsParted) : TicketTimeline.ForStaff(step, IsParted));
        }

        return new TimelinePage(entries.DrainToImmutable(), head);
    }

    private bool IsParted(string saga) => TicketSteps.MarkOf(Durable, saga)?.Steps.HasFlag(TicketSagaSteps.Parted) == true;

    private async IAsyncEnumerable<Step> Steps()
    {
        var state = TicketState.Initial;
        while (true)
        {
            var page = await ReadStream(state.Version, ReadAtOnce);
            if (page.Count == 0)
                yield break;
            foreach (var (entry, @event) in page)
            {
                var before = state;
                state = before.Apply(@event, entry.Seq, entry.At);
                yield return new(entry.Seq, @event, entry.At, before, state);
            }
        }
    }
}
