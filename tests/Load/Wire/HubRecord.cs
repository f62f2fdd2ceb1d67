using System.Text.Json;

namespace Grainline.Load.Wire;

/// <summary>Reads one record of SignalR's JSON protocol and hands its parts on without copying them. Arguments and results come last, as SignalR writes them.</summary>
internal static class HubRecord
{
    public static void Read(ReadOnlySpan<byte> record, HubSocket socket)
    {
        var reader = new Utf8JsonReader(record);
        ReadOnlySpan<byte> target = default, invocation = default;
        string? error = null;
        var type = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("type"u8))
                type = reader.GetInt32();
            else if (name.SequenceEqual("target"u8))
                target = reader.ValueSpan;
            else if (name.SequenceEqual("invocationId"u8))
                invocation = reader.ValueSpan;
            else if (name.SequenceEqual("error"u8))
                error = reader.GetString();
            else if (type == 1 && name.SequenceEqual("arguments"u8) && reader.Read())
            {
                socket.Event(target, ref reader);
                return;
            }
            else if (type == 3 && name.SequenceEqual("result"u8))
            {
                socket.Completed(invocation, ref reader, null);
                return;
            }
            else
            {
                reader.Skip();
            }
        }
        var nothing = default(Utf8JsonReader);
        if (type == 3)
            socket.Completed(invocation, ref nothing, error);
        else if (type == 7)
            socket.Abort();
    }
}
