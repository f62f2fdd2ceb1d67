using Grainline.Runtime.Tests.Hosting;
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

public sealed class CallTests
{
    [Fact]
    public async Task Call_EveryReturnShape_CarriesTheResult()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        Assert.Equal("a", await grain.Text("a"));
        Assert.Equal(6L, await grain.Sum(1, 2L, 3));
        await grain.Nothing();
        Assert.Equal(7, await grain.Value(7));
        await grain.NoValue();
        Assert.Equal("late", await grain.Late("late"));
    }

    [Fact]
    public async Task Call_MethodThrowsAtOnce_CallerGetsTypeAndMessage()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("at once"));

        Assert.Equal("at once", thrown.Message);
        Assert.Contains(nameof(EchoGrain), thrown.StackTrace);
    }

    [Fact]
    public async Task Call_MethodThrowsAfterAnAwait_CallerGetsTypeAndMessage()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => grain.FailLate("later"));

        Assert.Equal("later", thrown.Message);
        Assert.Contains(nameof(EchoGrain.FailLate), thrown.StackTrace);
    }

    [Fact]
    public async Task Call_AfterAFailure_TheActivationServesOn()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var grain = cluster.Grains.GetGrain<IEchoGrain>(Guid.NewGuid().ToString());

        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("once"));

        Assert.Equal("still here", await grain.Text("still here"));
    }

    [Fact]
    public async Task Key_GrainAsksItself_GetsTheKeyItWasCalledBy()
    {
        await using var cluster = await ConformanceCluster.StartAsync();
        var key = Guid.NewGuid().ToString();

        Assert.Equal(key, await cluster.Grains.GetGrain<IEchoGrain>(key).Key());
    }
}
