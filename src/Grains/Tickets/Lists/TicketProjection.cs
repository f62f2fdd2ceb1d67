using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journaling;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Grainline.Tickets.Lists;

/// <summary>Keeps the list of tickets a moment behind the journal, and says how far.</summary>
internal sealed class TicketProjection(
    IJournal journal, ITicketRows rows, EventCodec<TicketEvent> codec, IGrainFactory grains, IFollowerTurns turns, TimeProvider time, ILogger<TicketProjection> logger)
    : JournalFollower(journal, rows, turns, time, logger, new() { BatchSize = 2_000, GatherDelay = TimeSpan.FromMilliseconds(100) })
{
    private const string StreamPrefix = "ticket/";
    private const int KeptRows = 2_000;

    // Tickets that are worked on change with every batch: as last written, so that they are not read back each time.
    private readonly Dictionary<string, ListedTicket> _written = [];

    protected override string Projection => "ticket-list";

    protected override void Forget() => _written.Clear();

    protected override async ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        var (changed, deeds, positions) = (new List<(string Stream, ListedTicket Ticket, StoredTicket Stored)>(), new List<TicketDeed>(), new Dictionary<string, long>());
        foreach (var stream in batch.Where(e => e.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal)).GroupBy(e => e.Stream))
        {
            var key = TicketKey.Parse(stream.Key[StreamPrefix.Length..]);
            var ticket = _written.GetValueOrDefault(stream.Key) ?? await Find(key, cancellationToken);
            var (known, position) = (ticket?.Row.Version ?? 0, 0L);
            foreach (var entry in stream)
            {
                position = entry.Position;
                if (entry.Seq <= known)
                    continue;
                var @event = codec.Decode(entry);
                ticket = TicketRows.Apply(key.Id, ticket, @event, entry.Seq, entry.At);
                if (TicketDeeds.Of(key, @event, entry) is { } deed)
                    deeds.Add(deed);
            }

            positions[key.Tenant] = Math.Max(position, positions.GetValueOrDefault(key.Tenant));
            if (ticket is not null && ticket.Row.Version > known)
                changed.Add((stream.Key, ticket, TicketRows.Store(key.Tenant, ticket, position)));
        }

        if (positions.Count == 0)
            return;
        await rows.WriteAsync([.. changed.Select(c => c.Stored)], deeds, cancellationToken);
        if (_written.Count > KeptRows)
            _written.Clear();
        foreach (var (stream, ticket, _) in changed)
            _written[stream] = ticket;
        // Told of a batch that came twice as well: the first time it may not have come to this.
        foreach (var (tenant, position) in positions)
            await grains.TicketFeed(tenant).Moved(position);
    }

    private async ValueTask<ListedTicket?> Find(TicketKey key, CancellationToken cancellationToken) =>
        await rows.FindAsync(key.Tenant, key.Id, cancellationToken) is { } stored ? TicketRows.Load(stored) : null;
}
