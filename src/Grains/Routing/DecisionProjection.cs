using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journaling;
using Microsoft.Extensions.Logging;

namespace Grainline.Routing;

/// <summary>Keeps decisions by conversation a moment behind the journal.</summary>
internal sealed class DecisionProjection(
    IJournal journal, IDecisionRows rows, EventCodec<RoutingEvent> codec, IFollowerTurns turns, TimeProvider time, ILogger<DecisionProjection> logger)
    : JournalFollower(journal, rows, turns, time, logger)
{
    private const string StreamPrefix = "routing/";
    private const string Decided = "routing.decided";

    protected override string Projection => "decision-list";

    protected override async ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        DecisionRow[] decided = [.. batch.Where(e => e.Type == Decided && e.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal)).Select(Row)];
        if (decided.Length > 0)
            await rows.WriteAsync(decided, cancellationToken);
    }

    private DecisionRow Row(JournalEntry entry)
    {
        var queue = QueueKey.Parse(entry.Stream[StreamPrefix.Length..]);
        var view = View((OfferDecided)codec.Decode(entry), queue.Id, entry.At);
        return new(entry.Position, queue.Tenant, view.ConversationId, JsonSerializer.SerializeToUtf8Bytes(view, DecisionJson.Default.DecisionView));
    }

    /// <summary>Decisions of older versions know less: no parts, no counts, no ring.</summary>
    internal static DecisionView View(OfferDecided e, string queue, DateTimeOffset at) => new(
        e.ConversationId, e.Offer.OfferId, at, queue, e.Policy, e.PolicyVersion, e.Agent, e.Ring ?? 0,
        [.. e.Candidates.Select(View)], [.. e.Rejected.Select(View)], Counts(e));

    internal static CandidateView View(ScoredCandidate c) =>
        new(c.AgentId, c.Name, c.Score, (c.Parts ?? []).ToImmutableDictionary(p => p.Name, p => p.Value), c.Load, c.Capacity);

    internal static RejectedView View(RejectedCandidate r) => new(r.AgentId, r.Because);

    private static ImmutableDictionary<string, int> Counts(OfferDecided e) => e.Counts is { } counts
        ? counts.ToImmutableDictionary(c => c.Because, c => c.Agents)
        : e.Rejected.CountBy(r => r.Because).ToImmutableDictionary();
}

[JsonSourceGenerationOptions]
[JsonSerializable(typeof(DecisionView))]
internal sealed partial class DecisionJson : JsonSerializerContext;
