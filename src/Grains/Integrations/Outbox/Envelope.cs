using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Grainline.Journal;

namespace Grainline.Integrations.Outbox;

/// <summary>An event as other systems read it: docs/events.md. Members are only ever added.</summary>
internal static class Envelope
{
    private const int Version = 1;

    // Text in any script stays readable; nothing here is ever put into a page.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when the entry stays in the house.</summary>
    public static OutgoingRecord? Of(JournalEntry entry, KafkaOptions options)
    {
        if (!PublishedEvents.All.TryGetValue(entry.Type, out var shape) || entry.Stream.Split('/') is not [_, var tenant, _])
            return null;
        using var document = JsonDocument.Parse(entry.Payload);
        if (!shape.Leaves(document.RootElement))
            return null;
        var value = Write(entry, tenant, json => shape.Write(document.RootElement, json, options.Content));
        if (value.Length > options.LongestRecord)
            value = Write(entry, tenant, static json => json.WriteNullValue());
        RecordHeader[] headers =
            [new("id", Id(entry)), new("type", entry.Type), new("tenant", tenant), new("version", Version.ToString(CultureInfo.InvariantCulture)), new("content-type", "application/json")];
        return new(options.EventsTopic, Encoding.UTF8.GetBytes(entry.Stream), value, headers, entry.At);
    }

    private static string Id(JournalEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Stream}/{entry.Seq}");

    private static byte[] Write(JournalEntry entry, string tenant, Action<Utf8JsonWriter> data)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", Id(entry));
            json.WriteNumber("version", Version);
            json.WriteString("type", entry.Type);
            json.WriteString("tenant", tenant);
            json.WriteString("stream", entry.Stream);
            json.WriteNumber("seq", entry.Seq);
            json.WriteNumber("position", entry.Position);
            json.WriteString("at", entry.At.UtcDateTime);
            json.WritePropertyName("data");
            data(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
