using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>One event in its bytes: written once, sent to any number of sockets.</summary>
internal sealed class Frame
{
    private Frame(SerializedHubMessage message, int bytes) => (Message, Bytes) = (message, bytes);

    public SerializedHubMessage Message { get; }

    public int Bytes { get; }

    public static Frame Of(IHubProtocol protocol, string target, object argument)
    {
        var bytes = protocol.GetMessageBytes(new InvocationMessage(target, [argument]));
        return new(new([new SerializedMessage(protocol.Name, bytes)]), bytes.Length);
    }
}
