using Orleans;

namespace Grainline.Benchmarks;

public interface IAdderGrain : IGrainWithStringKey
{
    Task<int> Add(int first, int second);

    Task<int> AddLater(int first, int second);

    Task<int> AddThrough(IAdderGrain other, int times);
}

/// <summary>The work of the grain, without a grain around it.</summary>
internal sealed class Adder : IAdderGrain
{
    public Task<int> Add(int first, int second) => Task.FromResult(first + second);

    public async Task<int> AddLater(int first, int second)
    {
        await Task.Yield();
        return first + second;
    }

    public async Task<int> AddThrough(IAdderGrain other, int times)
    {
        var sum = 0;
        for (var i = 0; i < times; i++)
            sum += await other.Add(i, 1);
        return sum;
    }
}

internal sealed class AdderGrain : Grain, IAdderGrain
{
    private readonly Adder _adder = new();

    public Task<int> Add(int first, int second) => _adder.Add(first, second);

    public Task<int> AddLater(int first, int second) => _adder.AddLater(first, second);

    public Task<int> AddThrough(IAdderGrain other, int times) => _adder.AddThrough(other, times);
}
