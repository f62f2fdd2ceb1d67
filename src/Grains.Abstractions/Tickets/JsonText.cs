using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans;

namespace Grainline.Tickets;

/// <summary>A JSON value as text, so that it crosses grains unchanged. Everywhere outside it stands as the value itself, not as a string.</summary>
/// <param name="Text">One valid JSON value. Whoever makes one has checked that.</param>
[GenerateSerializer, Immutable, Alias("json.text"), JsonConverter(typeof(JsonTextConverter))]
public readonly record struct JsonText([property: Id(0)] string Text)
{
    public static JsonText EmptyObject { get; } = new("{}");

    public override string ToString() => Text;
}

public sealed class JsonTextConverter : JsonConverter<JsonText>
{
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text ?? "null");
}
