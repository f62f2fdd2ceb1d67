using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Grainline.Refusals;

namespace Grainline.Integrations.Commands;

/// <summary>Makes commands of records, or says why it cannot: such a record will never be one. Pure.</summary>
internal static class CommandReader
{
    private const int Version = 1;
    private const int LongestCommand = 262_144;

    private static readonly FrozenDictionary<string, JsonTypeInfo> Types = new Dictionary<string, JsonTypeInfo>
    {
        ["conversation.post"] = CommandJson.Default.PostToConversation,
        ["ticket.create"] = CommandJson.Default.CreateTicketHere,
        ["ticket.apply"] = CommandJson.Default.ApplyActions,
        ["visitor.update"] = CommandJson.Default.UpdateVisitor,
    }.ToFrozenDictionary();

    public static Outcome<Command> Read(IncomingRecord record)
    {
        if (record.Value.Length > LongestCommand)
            return Invalid($"A command has at most {LongestCommand} bytes.");
        try
        {
            using var document = JsonDocument.Parse(record.Value);
            return Read(document.RootElement, record);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            // The last two: an action without its kind, broken surrogates. Messages can quote what was written; the path only names members.
            return Invalid($"The record is not the JSON of a command, near '{(e as JsonException)?.Path ?? "$"}'.");
        }
    }

    /// <summary>For a record whose sender gave it none: its place, which nothing else has as long as the topic exists.</summary>
    internal static string IdOf(IncomingRecord record) => "kafka-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{record.From.Topic}/{record.From.Partition}/{record.Offset}"))), 0, 16);

    private static Outcome<Command> Read(JsonElement root, IncomingRecord record)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Invalid("A command is a JSON object.");
        if (!root.TryGetProperty("version", out var version) || !version.ValueEquals(Version))
            return Invalid($"'version' is {Version}.");
        if (Text(root, "type") is not { } type || !Types.TryGetValue(type, out var json))
            return Invalid("'type' is none of the commands.");
        if (Text(root, "tenant") is not { } tenant || !TenantScoped.IsId(tenant))
            return Invalid("'tenant' is an id.");
        if (Text(root, "source") is not { } source || !TenantScoped.IsId(source))
            return Invalid("'source' is an id.");
        var id = root.TryGetProperty("id", out _) ? Text(root, "id") : IdOf(record);
        if (id is not { Length: > 0 and <= Limits.ClientMessageIdLength } || !id.All(c => c is > ' ' and <= '~'))
            return new Refusal(ErrorCode.InvalidClientMessageId, $"'id' has 1 to {Limits.ClientMessageIdLength} printable ASCII characters.");
        if (!root.TryGetProperty("data", out var data) || data.Deserialize(json) is not CommandBody read)
            return Invalid("'data' is missing.");
        return read.HasHoles() ? Invalid("A list in 'data' has a member that is null.") : new Command(id, type, tenant, source, read);
    }

    private static string? Text(JsonElement root, string member) =>
        root.TryGetProperty(member, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static bool ValueEquals(this JsonElement element, int number) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && value == number;

    private static Refusal Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
