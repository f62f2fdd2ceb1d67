using Confluent.Kafka;
using Grainline.Integrations;
using Microsoft.Extensions.Options;

namespace Grainline.Silo.Hosting;

/// <summary>A client that is thrown away whenever a call fails or is given up: nothing that it still held can then overtake what the next one sends.</summary>
internal sealed partial class KafkaEventProducer(IOptions<KafkaOptions> options, ILogger<KafkaEventProducer> logger) : IEventProducer
{
    // Far below what the client's queue takes, so that it is never full.
    private const int BytesAtOnce = 16 * 1_024 * 1_024;

    private readonly SemaphoreSlim _one = new(1, 1);
    private IProducer<byte[], byte[]>? _client;
    private bool _disposed;

    public async Task ProduceAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _client ??= Build();
            await Send(_client, records, cancellationToken);
        }
        catch
        {
            Drop();
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        // Whoever is still sending has been cancelled by now and drops the client by itself.
        _disposed = true;
        if (!_one.Wait(TimeSpan.Zero))
            return;
        Drop();
        _one.Release();
    }

    private static async Task Send(IProducer<byte[], byte[]> client, IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken)
    {
        var (deliveries, bytes) = (new List<Task>(records.Count), 0L);
        foreach (var record in records)
        {
            var delivery = client.ProduceAsync(record.Topic, Message(record), CancellationToken.None);
            deliveries.Add(delivery);
            bytes += record.Value.Length;

            // One that the client itself refuses, being too large, has no place in its order: nothing may follow it.
            if (bytes < BytesAtOnce && !delivery.IsFaulted)
                continue;
            await Task.WhenAll(deliveries).WaitAsync(cancellationToken);
            deliveries.Clear();
            bytes = 0;
        }

        await Task.WhenAll(deliveries).WaitAsync(cancellationToken);
    }

    private static Message<byte[], byte[]> Message(OutgoingRecord record)
    {
        var headers = new Headers();
        foreach (var (name, value) in record.Headers)
            headers.Add(name, value);
        return new() { Key = record.Key, Value = record.Value, Headers = headers, Timestamp = new(record.At) };
    }

    private IProducer<byte[], byte[]> Build() => new ProducerBuilder<byte[], byte[]>(KafkaClient.ForProducer(options.Value))
        .SetErrorHandler((_, error) => LogTrouble(error.Code, error.Reason))
        .SetLogHandler((_, log) => LogDetail(log.Facility, log.Message))
        .Build();

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }

    [LoggerMessage(LogLevel.Warning, "Kafka producer: {Code}: {Reason}")]
    private partial void LogTrouble(Confluent.Kafka.ErrorCode code, string reason);

    [LoggerMessage(LogLevel.Debug, "Kafka producer: {Facility}: {Text}")]
    private partial void LogDetail(string facility, string text);
}
