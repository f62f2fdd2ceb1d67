using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Security;

/// <summary>Holds every key that was ever made, a handful in a year: old tokens and links must stay readable. Fenced by the storage, so none is lost to another activation.</summary>
internal sealed class KeyRingGrain([PersistentState("key-ring", "journal")] IPersistentState<KeyRingState> keys) : Grain, IKeyRingGrain
{
    public Task<ImmutableArray<string>> Elements() => Task.FromResult(keys.State.Elements.ToImmutableArray());

    public async Task Add(string element)
    {
        if (keys.State.Elements.Contains(element))
            return;
        var former = keys.State;
        keys.State = new() { Elements = [.. former.Elements, element] };
        try
        {
            await keys.WriteStateAsync();
        }
        catch
        {
            // Nobody may be told of a key that is not stored.
            keys.State = former;
            throw;
        }
    }
}

/// <summary>What is stored of it.</summary>
[GenerateSerializer, Alias("security.key-ring")]
public sealed class KeyRingState
{
    [Id(0)]
    public List<string> Elements { get; set; } = [];
}
