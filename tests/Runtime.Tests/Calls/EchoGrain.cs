using Orleans;

namespace Grainline.Runtime.Tests.Calls;

public interface IEchoGrain : IGrainWithStringKey
{
    Task<string> Text(string text);

    Task<long> Sum(int first, long second, byte third);

    Task Nothing();

    ValueTask<int> Value(int value);

    ValueTask NoValue();

    Task<string> Late(string text);

    Task<string> Key();

    Task Fail(string message);

    Task<int> FailLate(string message);
}

internal sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<string> Text(string text) => Task.FromResult(text);

    public Task<long> Sum(int first, long second, byte third) => Task.FromResult(first + second + third);

    public Task Nothing() => Task.CompletedTask;

    public ValueTask<int> Value(int value) => new(value);

    public ValueTask NoValue() => ValueTask.CompletedTask;

    public async Task<string> Late(string text)
    {
        await Task.Yield();
        return text;
    }

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task Fail(string message) => throw new InvalidOperationException(message);

    public async Task<int> FailLate(string message)
    {
        await Task.Yield();
        throw new ArgumentException(message);
    }
}
