using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Grainline.Push;

/// <summary>
/// One batch in flight at a time: an idle lane sends at once, a busy one gathers meanwhile. Runs on the pool, never on a grain's turn.
/// </summary>
internal sealed partial class GatewayLane(string gateway, PushOptions options, TimeProvider time, ILogger logger, Action forget) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<PushItem> _waiting = new();
    private readonly ConcurrentDictionary<string, bool> _dropped = new();
    private IGatewayObserver? _observer;
    private int _count;
    private int _running;
    private int _failures;

    public void Post(IGatewayObserver observer, PushItem item)
    {
        Volatile.Write(ref _observer, observer);
        if (Interlocked.Increment(ref _count) > options.LaneCapacity)
        {
            Interlocked.Decrement(ref _count);
            _dropped[item.Source] = true;
        }
        else
        {
            _waiting.Enqueue(item);
        }

        Start();
    }

    void IThreadPoolWorkItem.Execute() => _ = Run();

    private void Start()
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task Run()
    {
        while (NextBatch() is { IsEmpty: false } batch)
        {
            await Send(batch);
            if (_failures > 0)
                await Pause();
        }

        Volatile.Write(ref _running, 0);

        // Something may have come between the last look and the line above.
        if (!_waiting.IsEmpty || !_dropped.IsEmpty)
            Start();
    }

    private ImmutableArray<PushItem> NextBatch()
    {
        var batch = ImmutableArray.CreateBuilder<PushItem>();
        if (!_dropped.IsEmpty)
        {
            foreach (var source in _dropped.Keys.Take(options.BatchItems))
            {
                if (_dropped.TryRemove(source, out _))
                    batch.Add(new ResyncPush(source));
            }
        }

        var characters = 0;
        while (batch.Count < options.BatchItems && characters < options.BatchCharacters && _waiting.TryDequeue(out var item))
        {
            Interlocked.Decrement(ref _count);
            batch.Add(item);
            characters += item is MessagePush message ? message.Message.Text.Length : 64;
        }

        return batch.DrainToImmutable();
    }

    private async Task Send(ImmutableArray<PushItem> batch)
    {
        try
        {
            await Volatile.Read(ref _observer)!.Deliver(batch).WaitAsync(options.BatchTimeout, time);
            _failures = 0;
        }
        catch (Exception e)
        {
            // Fan-out: a lost gateway is nobody's failure. Its sockets resume elsewhere; if it lives, its clients are told to resync with the next batch.
            foreach (var item in batch)
                _dropped[item.Source] = true;
            LogBatchLost(e, gateway, batch.Length, ++_failures);
        }
    }

    /// <summary>Gives an ailing gateway time; a dead one is forgotten with all that waits for it.</summary>
    private async Task Pause()
    {
        if (_failures < options.FailuresBeforeForgetting)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 * _failures, 2_000)), time);
            return;
        }

        forget();
        _dropped.Clear();
        while (_waiting.TryDequeue(out _))
            Interlocked.Decrement(ref _count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gateway {Gateway} did not take a batch of {Items} pushes ({Failures} in a row)")]
    private partial void LogBatchLost(Exception e, string gateway, int items, int failures);
}
