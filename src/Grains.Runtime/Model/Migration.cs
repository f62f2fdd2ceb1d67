using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>A grain that hands something to the activation that goes on with it elsewhere. What it throws is logged; the migration goes on without what it had to say.</summary>
public interface IGrainMigrationParticipant
{
    /// <summary>Called on the activation that ends, after its OnDeactivateAsync.</summary>
    void OnDehydrate(IDehydrationContext dehydrationContext);

    /// <summary>Called on the activation that takes over, before its OnActivateAsync.</summary>
    void OnRehydrate(IRehydrationContext rehydrationContext);
}

/// <summary>What travels from one activation to the next, while it is being packed.</summary>
public interface IDehydrationContext
{
    IEnumerable<string> Keys { get; }

    /// <summary>Packs a copy of the bytes; throws if the key is taken.</summary>
    void AddBytes(string key, ReadOnlySpan<byte> value);

    void AddBytes<T>(string key, Action<T, IBufferWriter<byte>> valueWriter, T value);

    /// <summary>Packs a value; false if the key is taken.</summary>
    bool TryAddValue<T>(string key, T? value);
}

/// <summary>The same, on arrival.</summary>
public interface IRehydrationContext
{
    IEnumerable<string> Keys { get; }

    bool TryGetBytes(string key, out ReadOnlySequence<byte> value);

    /// <summary>False if there is no such value, or if it is null.</summary>
    bool TryGetValue<T>(string key, [NotNullWhen(true)] out T? value);
}
