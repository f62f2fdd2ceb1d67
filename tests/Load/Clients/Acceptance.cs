using System.Text.Json;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>The answer to taking an offer. An offer that is gone, or a full agent, is the server's right to say: the conversation goes to somebody else.</summary>
internal sealed class Acceptance(Action<JsonElement, AgentLink.Socket> accepted, AgentLink.Socket socket) : ICompletion
{
    public void Completed(ref Utf8JsonReader result) => accepted(JsonElement.ParseValue(ref result), socket);

    public void Failed(int code, string error)
    {
        // The feed tells what becomes of it; after a lost connection the inbox does.
    }
}
