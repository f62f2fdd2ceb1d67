using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Tests.Turns;

public interface ITurnGrain : IGrainWithStringKey
{
    Task Enter(string name);

    [ReadOnly]
    Task Read(string name);

    [AlwaysInterleave]
    Task Release(string name);

    [AlwaysInterleave]
    Task WhenEntered(string name);

    [AlwaysInterleave]
    Task<string[]> Entered();

    Task<bool> KeepsSchedulerAcrossAwaits();

    Task<int> CountRacing(int steps);
}

internal abstract class TurnGrainBase : Grain
{
    private readonly List<string> _entered = [];
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];
    private readonly Dictionary<string, TaskCompletionSource> _signs = [];
    private int _count;

    public async Task Enter(string name)
    {
        _entered.Add(name);
        Of(_signs, name).TrySetResult();
        await Of(_gates, name).Task;
    }

    public Task Read(string name) => Enter(name);

    public Task Release(string name)
    {
        Of(_gates, name).TrySetResult();
        return Task.CompletedTask;
    }

    public Task WhenEntered(string name) => Of(_signs, name).Task;

    public Task<string[]> Entered() => Task.FromResult(_entered.ToArray());

    public async Task<bool> KeepsSchedulerAcrossAwaits()
    {
        var scheduler = TaskScheduler.Current;
        await Task.Run(static () => { });
        await Task.Yield();
        return scheduler == TaskScheduler.Current && scheduler != TaskScheduler.Default;
    }

    public async Task<int> CountRacing(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _count++;
            if (i % 10 == 0)
                await Task.Yield();
        }
        return _count;
    }

    private static TaskCompletionSource Of(Dictionary<string, TaskCompletionSource> sources, string name) =>
        sources.TryGetValue(name, out var source) ? source : sources[name] = new();
}

internal sealed class TurnGrain : TurnGrainBase, ITurnGrain;

public interface IReentrantTurnGrain : ITurnGrain;

[Reentrant]
internal sealed class ReentrantTurnGrain : TurnGrainBase, IReentrantTurnGrain;
