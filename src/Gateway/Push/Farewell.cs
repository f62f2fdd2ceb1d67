using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>Closes sockets so that their clients know what to do next.</summary>
internal sealed class Farewell(IHubProtocol protocol, TimeProvider time)
{
    // Whoever does not read cannot be told; the others take milliseconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <param name="spread">Clients are asked to wait a random part of this before they come back.</param>
    public Task Close(Socket socket, Disconnect why, TimeSpan spread = default)
    {
        var wait = (int)(Random.Shared.NextDouble() * spread.TotalMilliseconds);
        return Close(socket.Connection, new GoAwayEvent(why.Code, why.Reason, wait), $"{why.Code}: {why.Reason}");
    }

    /// <summary>Refuses a connection at the door. A browser cannot read the status of a failed upgrade, so it is let in just far enough to be told.</summary>
    public Task TurnAway(HubConnectionContext connection, Refusal refusal)
    {
        var why = refusal.Code switch
        {
            ErrorCode.Draining => Disconnect.Draining,
            ErrorCode.Unauthenticated or ErrorCode.SessionExpired => Disconnect.SessionExpired,
            ErrorCode.TimedOut or ErrorCode.Overloaded or ErrorCode.StorageUnavailable or ErrorCode.Internal => Disconnect.Resync,
            _ => Disconnect.Refused,
        };
        var reason = $"{(int)refusal.Code}: {refusal.Message}";
        return Close(connection, new GoAwayEvent(why.Code, reason, why.Code < 3500 ? 2_000 : 0), reason);
    }

    /// <summary>Says why, then closes. What was sent before is still delivered if the client reads it.</summary>
    private async Task Close(HubConnectionContext connection, GoAwayEvent goAway, string reason)
    {
        var goodbye = Task.WhenAll(
            connection.WriteAsync(Frame.Of(protocol, "GoAway", goAway).Message).AsTask(),
            connection.WriteAsync(new CloseMessage(reason, allowReconnect: false)).AsTask());
        if (!goodbye.IsCompleted)
            await Task.WhenAny(goodbye, Task.Delay(Longest, time));
        connection.Abort();
    }
}
