using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Tests.Filters;

public interface IFilteredGrain : IGrainWithStringKey
{
    Task<string> Greet(string name, int times);

    Task Nothing();

    Task<string> Fail();

    Task<string> GreetThrough(IFilteredGrain other);
}

internal sealed class FilteredGrain : Grain, IFilteredGrain
{
    public Task<string> Greet(string name, int times) => Task.FromResult(string.Concat(Enumerable.Repeat("hello " + name, times)));

    public Task Nothing() => Task.CompletedTask;

    public async Task<string> Fail()
    {
        await Task.Yield();
        throw new InvalidOperationException("refused");
    }

    public Task<string> GreetThrough(IFilteredGrain other) => other.Greet("through", 1);
}

public interface ISelfFilteringGrain : IGrainWithStringKey
{
    Task<int> Double(int number);

    [AlwaysInterleave]
    Task<string> Secret();
}

/// <summary>A grain that is its own filter: it counts doubling and refuses its secret.</summary>
internal sealed class SelfFilteringGrain : Grain, ISelfFilteringGrain, IIncomingGrainCallFilter
{
    public Task<int> Double(int number) => Task.FromResult(number * 2);

    public Task<string> Secret() => Task.FromResult("secret");

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.ImplementationMethod.Name == nameof(Secret))
            throw new UnauthorizedAccessException("not for you");
        await context.Invoke();
        context.Result = (int)context.Result! + 1;
    }
}
