using Grainline.Silo.Hosting;
using Microsoft.Extensions.Logging;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>Counts what a producer complains of.</summary>
internal sealed class TroubleLog : ILogger<KafkaEventProducer>
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Interlocked.Increment(ref _count);
    }
}
