using System.Collections.Concurrent;
using Orleans;

namespace Grainline.Runtime.Tests.Activations;

/// <summary>What the life grains of one silo have been through.</summary>
public sealed class LifeBook
{
    private readonly ConcurrentDictionary<string, int> _alive = new();
    private int _failures;

    public ConcurrentQueue<string> Events { get; } = new();

    public int Overlaps { get; private set; }

    public Func<Task>? OnDeactivate { get; set; }

    public int FailuresLeft { get => _failures; set => _failures = value; }

    public void Born(string key)
    {
        Events.Enqueue("born " + key);
        if (_alive.AddOrUpdate(key, 1, static (_, n) => n + 1) > 1)
            Overlaps++;
    }

    public void Died(string key, DeactivationReasonCode reason)
    {
        Events.Enqueue($"died {key} {reason}");
        _alive.AddOrUpdate(key, 0, static (_, n) => n - 1);
    }

    public bool MustFail() => Interlocked.Decrement(ref _failures) >= 0;
}
