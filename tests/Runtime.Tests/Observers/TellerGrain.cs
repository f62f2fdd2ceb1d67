using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Tests.Observers;

public interface IListener : IGrainObserver
{
    void Told(int number);

    Task Heard(int number);

    ValueTask<int> Answer(int number);

    [AlwaysInterleave]
    Task Urgent();
}

public interface ITellerGrain : IGrainWithStringKey
{
    Task Tell(IListener listener, int count);

    Task Hear(IListener listener, int number);

    Task<int> Ask(IListener listener, int number);

    Task<bool> IsSame(IListener first, IListener second);
}

internal sealed class TellerGrain : Grain, ITellerGrain
{
    public Task Tell(IListener listener, int count)
    {
        for (var i = 0; i < count; i++)
            listener.Told(i);
        return Task.CompletedTask;
    }

    public Task Hear(IListener listener, int number) => listener.Heard(number);

    public async Task<int> Ask(IListener listener, int number) => await listener.Answer(number);

    public Task<bool> IsSame(IListener first, IListener second) => Task.FromResult(first.Equals(second));
}

internal sealed class Listener(int expected = 1) : IListener
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    internal List<int> Numbers { get; } = [];

    internal TaskCompletionSource? Hold { get; init; }

    internal TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal bool Overlapped { get; private set; }

    internal Task All => _all.Task;

    public void Told(int number)
    {
        Numbers.Add(number);
        if (Numbers.Count == expected)
            _all.SetResult();
    }

    public async Task Heard(int number)
    {
        if (Interlocked.Increment(ref _running) > 1)
            Overlapped = true;
        Entered.TrySetResult();
        if (number < 0)
            throw new ArgumentException("unheard of");
        if (Hold is { } hold)
            await hold.Task;
        Interlocked.Decrement(ref _running);
        Told(number);
    }

    public ValueTask<int> Answer(int number) => new(number * 2);

    public Task Urgent()
    {
        Hold!.SetResult();
        return Task.CompletedTask;
    }
}
