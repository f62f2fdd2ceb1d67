using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Tests.Calls;

/// <summary>A slow callee: its calls wait until they are released.</summary>
public interface IPatienceGrain : IGrainWithStringKey
{
    Task<string> Wait();

    [ResponseTimeout("00:00:05")]
    Task<string> WaitBriefly();

    Task<string> WaitFor(string what, CancellationToken cancellationToken);

    [OneWay]
    Task Post(string what);

    [OneWay]
    Task PostAndFail(string message);

    Task<string> CallBackThrough(IPatienceGrain other);

    Task<string> CallInto(IPatienceGrain other);

    [AlwaysInterleave]
    Task Release();

    [AlwaysInterleave]
    Task WhenWaiting();

    [AlwaysInterleave]
    Task<string[]> Heard();

    [AlwaysInterleave]
    Task WhenHeard(int count);
}

internal sealed class PatienceGrain : Grain, IPatienceGrain
{
    private readonly List<string> _heard = [];
    private readonly List<(int Count, TaskCompletionSource Source)> _watchers = [];
    private readonly TaskCompletionSource _waiting = new();
    private readonly TaskCompletionSource _released = new();

    public async Task<string> Wait()
    {
        _waiting.TrySetResult();
        await _released.Task;
        Note("done");
        return "released";
    }

    public Task<string> WaitBriefly() => Wait();

    public async Task<string> WaitFor(string what, CancellationToken cancellationToken)
    {
        using var noted = cancellationToken.Register(() => Note("cancelled"));
        _waiting.TrySetResult();
        Note(what);
        await _released.Task;
        return what;
    }

    public async Task Post(string what)
    {
        await _released.Task;
        Note(what);
    }

    public async Task PostAndFail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task<string> CallBackThrough(IPatienceGrain other) => other.CallInto(this.AsReference<IPatienceGrain>());

    public Task<string> CallInto(IPatienceGrain other)
    {
        var call = other.Wait();
        Note("called");
        return call;
    }

    public Task Release()
    {
        _released.TrySetResult();
        return Task.CompletedTask;
    }

    public Task WhenWaiting() => _waiting.Task;

    public Task<string[]> Heard() => Task.FromResult(_heard.ToArray());

    public Task WhenHeard(int count)
    {
        if (_heard.Count >= count)
            return Task.CompletedTask;
        var source = new TaskCompletionSource();
        _watchers.Add((count, source));
        return source.Task;
    }

    private void Note(string what)
    {
        _heard.Add(what);
        foreach (var (_, source) in _watchers.Where(w => w.Count <= _heard.Count))
            source.TrySetResult();
    }
}
