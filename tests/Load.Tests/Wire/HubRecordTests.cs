using System.Text.Json;
using Grainline.Load.Wire;

namespace Grainline.Load.Tests.Wire;

public sealed class HubRecordTests
{
    private readonly Heard _socket = new();

    [Fact]
    public void Take_Event_GivesTargetAndArgument()
    {
        _socket.Take("{}"u8);
        _socket.Take("""{"type":1,"target":"Head","arguments":[{"head":7}]}"""u8);
        Assert.Equal(("Head", 7), _socket.Last);
    }

    [Fact]
    public void Take_Ping_IsIgnored()
    {
        _socket.Take("{}"u8);
        _socket.Take("""{"type":6}"""u8);
        Assert.Equal(default, _socket.Last);
    }

    private sealed class Heard : HubSocket
    {
        public (string Target, int Head) Last { get; private set; }

        public override void Event(ReadOnlySpan<byte> target, ref Utf8JsonReader argument) =>
            Last = (System.Text.Encoding.ASCII.GetString(target), JsonElement.ParseValue(ref argument).GetProperty("head").GetInt32());
    }
}
