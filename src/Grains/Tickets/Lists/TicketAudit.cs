using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journaling;

namespace Grainline.Tickets.Lists;

using Step = Step<TicketState, TicketEvent>;

/// <summary>Which entries are a person's is in the rows; what they say is read from the journal, where nothing can have changed it.</summary>
internal sealed class TicketAudit(ITicketRows rows, IJournal journal, EventCodec<TicketEvent> codec)
{
    private const int ReadAtOnce = 500;

    public async Task<AuditPage> Read(AuditQuery query, CancellationToken cancellation)
    {
        var before = ListCursor.Read(query.Cursor) is var (at, position) ? (DateTimeOffset.FromUnixTimeMilliseconds(at), position) : default((DateTimeOffset, long)?);
        var deeds = await rows.DeedsAsync(new(query.Tenant, query.Person, query.From, query.To, before, query.Limit + 1), cancellation);
        TicketDeed[] page = [.. deeds.Take(query.Limit)];
        var entries = new Dictionary<(string Ticket, long Seq), AuditEntry>();
        foreach (var ticket in page.GroupBy(deed => deed.Ticket))
        {
            var seqs = ticket.Select(deed => deed.Seq).ToHashSet();
            await foreach (var step in Steps(new(query.Tenant, ticket.Key), seqs.Max(), cancellation))
            {
                if (seqs.Contains(step.Seq) && TicketTimeline.ForStaff(step, _ => false).FirstOrDefault() is { } entry)
                    entries[(ticket.Key, step.Seq)] = new(ticket.Key, step.After.Number, step.After.Subject, entry);
            }
        }

        return new(
            [.. page.Select(deed => entries.GetValueOrDefault((deed.Ticket, deed.Seq))).OfType<AuditEntry>()],
            deeds.Count > query.Limit ? ListCursor.Write(page[^1].At.ToUnixTimeMilliseconds(), page[^1].Position) : null);
    }

    /// <summary>From the beginning, because an entry says what was there before it.</summary>
    private async IAsyncEnumerable<Step> Steps(TicketKey key, long to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var state = TicketState.Initial;
        while (state.Version < to && await journal.ReadAsync($"ticket/{key}", state.Version, ReadAtOnce, cancellation) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                var (before, @event) = (state, codec.Decode(entry));
                state = before.Apply(@event, entry.Seq, entry.At);
                yield return new(entry.Seq, @event, entry.At, before, state);
            }
        }
    }
}
