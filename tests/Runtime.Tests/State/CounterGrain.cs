using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.State;

public interface ICounterGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);

    Task<int> Count();

    Task<(bool Exists, bool HasEtag, string Name)> Look();

    Task AddUnwritten(int amount);

    Task<int> AddThrough(ICounterGrain other, int amount);

    Task Clear();

    Task Reread();

    Task End();
}

[GenerateSerializer]
public sealed class Counter
{
    [Id(0)]
    public int Count { get; set; }
}

[GenerateSerializer]
public sealed class Label
{
    [Id(0)]
    public string Text { get; set; } = "";
}

internal sealed class CounterGrain(
    [PersistentState("counter", "states")] IPersistentState<Counter> counter,
    [PersistentState("name", "states")] IPersistentState<Label> name) : Grain, ICounterGrain
{
    private bool _existedOnActivation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _existedOnActivation = counter.RecordExists;
        return Task.CompletedTask;
    }

    public async Task<int> Add(int amount)
    {
        counter.State.Count += amount;
        name.State.Text = "n" + counter.State.Count;
        await counter.WriteStateAsync();
        await name.WriteStateAsync(CancellationToken.None);
        return counter.State.Count;
    }

    public Task<int> Count() => Task.FromResult(counter.State.Count);

    public Task<(bool Exists, bool HasEtag, string Name)> Look() => Task.FromResult((_existedOnActivation, counter.Etag is not null, name.State.Text));

    public Task AddUnwritten(int amount)
    {
        counter.State.Count += amount;
        return Task.CompletedTask;
    }

    public Task<int> AddThrough(ICounterGrain other, int amount) => other.Add(amount);

    public Task Clear() => counter.ClearStateAsync();

    public Task Reread() => counter.ReadStateAsync();

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
