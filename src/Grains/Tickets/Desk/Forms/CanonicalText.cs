using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>One spelling for values that are equal in JSON Schema's sense: 1 and 1.0 are, and the order of an object's members does not count.</summary>
internal static class CanonicalText
{
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    Write(member.Name, text);
                    Write(member.Value, text);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                Write(value.GetString()!, text);
                break;
            case JsonValueKind.Number:
                // G29 drops the zeros at the end; zero has one sign.
                var number = value.GetDecimal();
                text.Append((number == 0 ? 0m : number).ToString("G29", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    // Its length in front: then nothing in it can be taken for what comes after.
    private static void Write(string part, StringBuilder text) => text.Append('"').Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
}
