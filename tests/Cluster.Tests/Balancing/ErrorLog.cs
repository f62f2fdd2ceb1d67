using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Grainline.Cluster.Tests.Balancing;

/// <summary>Keeps what silos log as errors.</summary>
internal sealed class ErrorLog : ILoggerProvider
{
    public ConcurrentQueue<string> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    public void Dispose()
    {
        // Entries are read after the silos have stopped.
    }

    private sealed class Log(ErrorLog errors, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                errors.Entries.Enqueue($"{category}: {formatter(state, exception)} {exception?.Message}");
        }
    }
}
