using System.Diagnostics.Metrics;
using Grainline.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grainline.Integrations.Outbox;

/// <summary>
/// Tells other systems what happened: follows the journal and sends its events, in order, to brokers. The checkpoint moves on after they were confirmed, so none is left out, and after a crash some come twice.
/// </summary>
internal sealed class OutboxRelay : JournalFollower
{
    // A process that has lost its turn to another one says nothing about how far behind the relay is.
    private static readonly TimeSpan SpeaksFor = TimeSpan.FromMinutes(2);

    private readonly IJournal _journal;
    private readonly IEventProducer _producer;
    private readonly KafkaOptions _options;
    private readonly TimeProvider _time;
    private readonly Meter _meter = new(IntegrationMetrics.Name);
    private volatile Stretch? _last;

    public OutboxRelay(
        IJournal journal, ICheckpointStore checkpoints, IFollowerTurns turns, IEventProducer producer, IOptions<KafkaOptions> options, TimeProvider time, ILogger<OutboxRelay> logger)
        : base(journal, checkpoints, turns, time, logger, new() { BatchSize = options.Value.BatchSize })
    {
        (_journal, _producer, _options, _time) = (journal, producer, options.Value, time);
        _meter.CreateObservableGauge("grainline.outbox.lag", () => Tell(_ => Math.Max(0, _journal.CommittedPosition - Position)), description: "Journal positions that the relay is behind.");
        _meter.CreateObservableGauge("grainline.outbox.delay", () => Tell(Delay), "s", "How long the oldest event that is being sent has waited.");
    }

    protected override string Projection => "kafka";

    public override void Dispose()
    {
        _meter.Dispose();
        _producer.Dispose();
        base.Dispose();
    }

    protected override async ValueTask HandleAsync(IReadOnlyList<JournalEntry> batch, CancellationToken cancellationToken)
    {
        var records = batch.Select(entry => Envelope.Of(entry, _options)).OfType<OutgoingRecord>().ToList();
        var stretch = _last = new(batch[0].At, Ended: null);
        var confirmed = false;
        try
        {
            if (records.Count > 0)
                await _producer.ProduceAsync(records, cancellationToken);
            confirmed = true;
            IntegrationMetrics.Produced.Add(records.Count);
        }
        finally
        {
            if (!confirmed && !cancellationToken.IsCancellationRequested)
                IntegrationMetrics.ProduceFailures.Add(1);
            _last = stretch with { Ended = _time.GetTimestamp(), Oldest = confirmed ? null : stretch.Oldest };
        }
    }

    private double Delay(Stretch stretch) => stretch.Oldest is { } oldest ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds) : 0;

    private IEnumerable<Measurement<T>> Tell<T>(Func<Stretch, T> read)
        where T : struct =>
        _last is { } last && (last.Ended is not { } ended || _time.GetElapsedTime(ended) < SpeaksFor) ? [new(read(last))] : [];

    /// <param name="Oldest">When the first event of it happened; null once all are confirmed.</param>
    /// <param name="Ended">Timestamp; null while it is being sent.</param>
    private sealed record Stretch(DateTimeOffset? Oldest, long? Ended);
}
