using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>Keeps log entries, and tells when one that matters has come.</summary>
internal sealed class RecordingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Waits until an exception with this message has been logged.</summary>
    internal async Task WhenLogged(string message)
    {
        while (!_failures.Any(f => f.Message == message))
            await _arrived.WaitAsync(TestContext.Current.CancellationToken);
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(this);

    public void Dispose() { }

    private sealed class Recorder(RecordingLogs logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null)
                return;
            logs._failures.Enqueue(exception);
            logs._arrived.Release();
        }
    }
}
