using System.Text.Json;

namespace Grainline.Load.Clients;

/// <summary>Reads <c>{conversationId, head}</c>.</summary>
internal static class HeadReader
{
    public static long Read(ref Utf8JsonReader reader, out ReadOnlySpan<byte> conversation)
    {
        conversation = default;
        long head = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("head"u8))
                head = reader.GetInt64();
            else if (name.SequenceEqual("conversationId"u8))
                conversation = reader.ValueSpan;
            else
                reader.Skip();
        }
        return head;
    }
}
