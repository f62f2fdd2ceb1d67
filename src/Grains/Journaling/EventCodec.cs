using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Grainline.Journal;

namespace Grainline.Journaling;

/// <summary>
/// Events as journal entries: the entry's type is the name in the base record's <see cref="JsonDerivedTypeAttribute"/>, its payload the event as UTF-8 JSON.
/// Names are forever; a record may only grow by optional members.
/// </summary>
internal sealed class EventCodec<TEvent>
    where TEvent : class
{
    private readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Json)> _byType;
    private readonly FrozenDictionary<string, JsonTypeInfo> _byName;

    public EventCodec(JsonSerializerContext context)
    {
        var known = typeof(TEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(a => (Type: a.DerivedType, Name: (string)a.TypeDiscriminator!, Json: context.GetTypeInfo(a.DerivedType)
                ?? throw new InvalidOperationException($"{a.DerivedType} is missing in {context.GetType()}.")))
            .ToArray();
        _byType = known.ToFrozenDictionary(k => k.Type, k => (k.Name, k.Json));
        _byName = known.ToFrozenDictionary(k => k.Name, k => k.Json);
    }

    /// <summary>By what name entries of the type are stored.</summary>
    public string NameOf(Type type) => _byType[type].Name;

    public NewEntry Encode(TEvent @event, DateTimeOffset at)
    {
        var (name, json) = _byType[@event.GetType()];
        return new NewEntry(name, JsonSerializer.SerializeToUtf8Bytes(@event, json), at, (@event as IClientEvent)?.ClientMessageId);
    }

    public TEvent Decode(JournalEntry entry) =>
        _byName.TryGetValue(entry.Type, out var json)
            ? (TEvent)JsonSerializer.Deserialize(entry.Payload.Span, json)!
            : throw new InvalidDataException($"Stream {entry.Stream} holds '{entry.Type}' at {entry.Seq}, which this version does not know.");
}
