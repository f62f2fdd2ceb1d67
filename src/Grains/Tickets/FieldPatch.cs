using System.Text.Json.Nodes;

namespace Grainline.Tickets;

/// <summary>Merge patches (RFC 7396) of the first level of a ticket's fields.</summary>
internal static class FieldPatch
{
    /// <summary>The object that the text holds; null when it holds something else.</summary>
    public static JsonObject? Read(JsonText text) => JsonNode.Parse(text.Text) as JsonObject;

    public static JsonText Merge(JsonText fields, JsonText patch)
    {
        var merged = Read(fields)!;
        foreach (var (name, value) in Read(patch)!)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = value.DeepClone();
        }

        return Text(merged);
    }

    /// <summary>What makes the one object the other; null when they are the same.</summary>
    public static JsonText? Between(JsonText before, JsonText after)
    {
        if (before.Text == after.Text)
            return null;
        var (old, now, patch) = (Read(before)!, Read(after)!, new JsonObject());
        foreach (var (name, _) in old)
        {
            if (!now.ContainsKey(name))
                patch[name] = null;
        }

        foreach (var (name, value) in now)
        {
            if (!old.TryGetPropertyValue(name, out var was) || !JsonNode.DeepEquals(was, value))
                patch[name] = value?.DeepClone();
        }

        return patch.Count == 0 ? null : Text(patch);
    }

    public static JsonText Text(JsonNode node) => new(node.ToJsonString(Plain));

    // The fields stand in JSON bodies and in the journal, never in a web page: letters of other scripts need no escapes.
    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
