using System.Text.Json;
using Grainline.Load.Figures;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>Repeats a call that failed for a while, as clients should; opening a conversation twice opens it once. The repeats are counted.</summary>
internal static class Patience
{
    private const int Tries = 20;

    public static async Task<JsonElement> Invoke(HubSocket socket, JsonEncodedText method, object argument, TalkCounts counts, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await socket.Invoke(method, argument, cancellation);
            }
            catch (HubCallException refused) when (tries < Tries && refused.Code != 0 && refused.IsTemporary)
            {
                await Clock.Wait(counts.Pause(refused.Code, refused.Message) ?? 0, cancellation);
            }
        }
    }
}
