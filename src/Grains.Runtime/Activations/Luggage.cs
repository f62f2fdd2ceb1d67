using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>What a migrating activation leaves to the next one. Values pass by reference: in one process messages are immutable and not copied.</summary>
internal sealed class Luggage : IDehydrationContext, IRehydrationContext
{
    private readonly Dictionary<string, object?> _pieces = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _pieces.Keys;

    public void AddBytes(string key, ReadOnlySpan<byte> value) => _pieces.Add(key, new Bytes(value.ToArray()));

    public void AddBytes<T>(string key, Action<T, IBufferWriter<byte>> valueWriter, T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        valueWriter(value, buffer);
        AddBytes(key, buffer.WrittenSpan);
    }

    public bool TryAddValue<T>(string key, T? value) => _pieces.TryAdd(key, value);

    public bool TryGetBytes(string key, out ReadOnlySequence<byte> value)
    {
        var found = _pieces.GetValueOrDefault(key) as Bytes;
        value = found is null ? default : new(found.Content);
        return found is not null;
    }

    public bool TryGetValue<T>(string key, [NotNullWhen(true)] out T? value)
    {
        value = _pieces.GetValueOrDefault(key) is T found ? found : default;
        return value is not null && _pieces.ContainsKey(key);
    }

    private sealed record Bytes(byte[] Content);
}
