using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>JSON that every reader understands alike: no name twice in an object, whole characters, numbers that a browser holds exactly.</summary>
internal static class StrictJson
{
    /// <summary>The largest whole number that IEEE 754 holds exactly, as JavaScript's <c>MAX_SAFE_INTEGER</c>.</summary>
    public const decimal LargestNumber = 9_007_199_254_740_991m;

    public const int FieldsDepth = 16;

    /// <summary>What the wire lets through: 32 levels with what stands around it.</summary>
    public const int FormDepth = 26;

    /// <summary>The value, or in plain words why it is none.</summary>
    public static (JsonElement Value, string? Fault) Read(JsonText json, int depth)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Text ?? "", new() { MaxDepth = depth, AllowDuplicateProperties = false });
            var value = document.RootElement.Clone();
            return (value, FaultOf(value));
        }
        catch (JsonException e)
        {
            return (default, $"is no JSON that can be read: {e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Half a surrogate pair, in the text itself or escaped in a name.
            return (default, "has a broken character");
        }
    }

    public static bool TryNumber(JsonElement value, out decimal number) => value.TryGetDecimal(out number) && Math.Abs(number) <= LargestNumber;

    private static string? FaultOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(member => NameFault(member) ?? FaultOf(member.Value)).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(FaultOf).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Number => TryNumber(value, out _) ? null : $"has a number that is not between {-LargestNumber} and {LargestNumber} or has too many digits",
        JsonValueKind.String => Whole(() => value.GetString()),
        _ => null,
    };

    private static string? NameFault(JsonProperty member) => Whole(() => member.Name);

    // Half a surrogate pair can be written in JSON, but it is no text: reading it fails.
    private static string? Whole(Func<string?> read)
    {
        try
        {
            read();
            return null;
        }
        catch (InvalidOperationException)
        {
            return "has a broken character";
        }
    }
}
