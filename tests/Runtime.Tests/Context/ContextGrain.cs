using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Context;

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> Read(string key);

    Task<string?> ReadThrough(IContextGrain other, string key);

    Task<string?> ChangeAndRead(string key, string value);

    Task<string?> LetOtherChange(IContextGrain other, string key);

    Task<bool> SeesAmbient();

    [OneWay]
    Task Keep(string key);

    [AlwaysInterleave]
    Task<string?> Kept();
}

internal sealed class ContextGrain : Grain, IContextGrain
{
    private readonly TaskCompletionSource<string?> _kept = new();

    internal static AsyncLocal<string?> Ambient { get; } = new();

    public async Task<string?> Read(string key)
    {
        await Task.Yield();
        return RequestContext.Get(key) as string;
    }

    public Task<string?> ReadThrough(IContextGrain other, string key) => other.Read(key);

    public async Task<string?> ChangeAndRead(string key, string value)
    {
        RequestContext.Set(key, value);
        await Task.Yield();
        return RequestContext.Get(key) as string;
    }

    public async Task<string?> LetOtherChange(IContextGrain other, string key)
    {
        await other.ChangeAndRead(key, "changed by the callee");
        return RequestContext.Get(key) as string;
    }

    public Task<bool> SeesAmbient() => Task.FromResult(Ambient.Value is not null);

    public Task Keep(string key)
    {
        _kept.SetResult(RequestContext.Get(key) as string);
        return Task.CompletedTask;
    }

    public Task<string?> Kept() => _kept.Task;
}
