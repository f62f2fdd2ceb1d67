using System.Text.Json;

namespace Grainline.Load.Wire;

/// <summary>A MessageView as it lies in the buffer. Only what the tool needs; ids and stamps are ASCII without escapes.</summary>
internal ref struct MessageEntry
{
    public ReadOnlySpan<byte> Conversation;
    public ReadOnlySpan<byte> ClientMessageId;
    public ReadOnlySpan<byte> Text;
    public long Seq;
    public long Prev;

    /// <summary>Reads the object that the reader stands on and leaves it on the object's end.</summary>
    public static MessageEntry Read(ref Utf8JsonReader reader)
    {
        var entry = new MessageEntry();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("conversationId"u8))
                entry.Conversation = reader.ValueSpan;
            else if (name.SequenceEqual("seq"u8))
                entry.Seq = reader.GetInt64();
            else if (name.SequenceEqual("prev"u8))
                entry.Prev = reader.GetInt64();
            else if (name.SequenceEqual("clientMessageId"u8) && reader.TokenType == JsonTokenType.String)
                entry.ClientMessageId = reader.ValueSpan;
            else if (name.SequenceEqual("text"u8) && reader.TokenType == JsonTokenType.String)
                entry.Text = reader.ValueSpan;
            else
                reader.Skip();
        }
        return entry;
    }
}
