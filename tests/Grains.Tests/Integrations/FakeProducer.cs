using Grainline.Integrations;

namespace Grainline.Tests.Integrations;

/// <summary>Brokers as the contract of producers allows them: a failing call has let some of its first records through.</summary>
internal sealed class FakeProducer : IEventProducer
{
    private readonly Lock _lock = new();
    private readonly List<OutgoingRecord> _arrived = [];

    /// <summary>Asked before every call: how many of its records arrive before it fails; null for all, without failing.</summary>
    public Func<IReadOnlyList<OutgoingRecord>, int?> FailAfter { get; set; } = static _ => null;

    /// <summary>No broker answers before this completes.</summary>
    public Task Reachable { get; set; } = Task.CompletedTask;

    public IReadOnlyList<OutgoingRecord> Arrived
    {
        get
        {
            lock (_lock)
                return [.. _arrived];
        }
    }

    public async Task ProduceAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken)
    {
        await Reachable.WaitAsync(cancellationToken);
        var through = FailAfter(records);
        lock (_lock)
            _arrived.AddRange(records.Take(through ?? records.Count));
        if (through is not null)
            throw new IOException("The broker went away.");
    }

    public void Dispose()
    {
    }
}
