namespace Grainline.Integrations;

/// <summary>Sends records to brokers.</summary>
internal interface IEventProducer : IDisposable
{
    /// <summary>
    /// Completes when the brokers have confirmed every record. Records of one key arrive in the order of the list, and none without those before it. While no broker can be reached it waits.
    /// When it throws or is cancelled, some may have arrived, and none of the others will: calling it again with the same list only doubles records.
    /// </summary>
    /// <remarks>Any exception means "not confirmed". One call is under way at a time; others wait for it.</remarks>
    Task ProduceAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken);
}

/// <param name="Key">Decides the partition.</param>
/// <param name="At">The record's timestamp.</param>
internal sealed record OutgoingRecord(string Topic, byte[] Key, byte[] Value, IReadOnlyList<RecordHeader> Headers, DateTimeOffset At);

internal readonly record struct RecordHeader(string Name, byte[] Value)
{
    public RecordHeader(string name, string value)
        : this(name, System.Text.Encoding.UTF8.GetBytes(value))
    {
    }
}
