using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Runtime.State;

/// <summary>Binds a state of one activation to its storage.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<TState>, IPersistentStateBridge
{
    private readonly GrainState<TState> _held = new(Fresh());

    public TState State
    {
        get => _held.State!;
        set => _held.State = value;
    }

    public string? Etag => _held.ETag;

    public bool RecordExists => _held.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        await storage.ReadStateAsync(name, grainId, _held, cancellationToken);
        _held.State ??= Fresh();
    }

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task WriteStateAsync(CancellationToken cancellationToken) => storage.WriteStateAsync(name, grainId, _held, cancellationToken);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await storage.ClearStateAsync(name, grainId, _held, cancellationToken);
        _held.State = Fresh();
    }

    private static TState Fresh()
    {
        if (typeof(TState).IsValueType)
            return default!;
        return typeof(TState).GetConstructor(Type.EmptyTypes) is null
            ? (TState)RuntimeHelpers.GetUninitializedObject(typeof(TState))
            : Activator.CreateInstance<TState>();
    }
}
