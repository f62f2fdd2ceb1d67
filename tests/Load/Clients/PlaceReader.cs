using System.Text.Json;

namespace Grainline.Load.Clients;

/// <summary>Reads the visitor's place in line from a ConversationView; null when the view tells none.</summary>
internal static class PlaceReader
{
    public static int? Read(ref Utf8JsonReader reader)
    {
        int? place = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPlace = reader.ValueTextEquals("position"u8);
            reader.Read();
            if (isPlace && reader.TokenType == JsonTokenType.Number)
                place = reader.GetInt32();
            else
                reader.Skip();
        }
        return place;
    }
}
