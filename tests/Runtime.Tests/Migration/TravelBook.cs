using System.Collections.Concurrent;

namespace Grainline.Runtime.Tests.Migration;

/// <summary>What travelling grains have been through, and what goes wrong with them.</summary>
public sealed class TravelBook
{
    private readonly SemaphoreSlim _written = new(0);

    public ConcurrentQueue<string> Events { get; } = new();

    public Func<Task>? OnDeactivate { get; set; }

    public bool PackingFails { get; set; }

    public bool UnpackingFails { get; set; }

    public void Write(string entry)
    {
        Events.Enqueue(entry);
        _written.Release();
    }

    /// <summary>Waits until so many entries of this text are written.</summary>
    public async Task When(string entry, int times = 1)
    {
        while (Events.Count(e => e == entry) < times)
            await _written.WaitAsync(TestContext.Current.CancellationToken);
    }
}
