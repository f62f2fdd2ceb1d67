using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>Closes sockets so that their clients know what to do next.</summary>
internal sealed class Farewell(IHubProtocol protocol)
{
    /// <param name="spread">Clients are asked to wait a random part of this before they come back.</param>
    public Task Close(Socket socket, Disconnect why, TimeSpan spread = default)
    {
        var wait = (int)(Random.Shared.NextDouble() * spread.TotalMilliseconds);
        return socket.Close(Frame.Of(protocol, "GoAway", new GoAwayEvent(why.Code, why.Reason, wait)), $"{why.Code}: {why.Reason}");
    }

    /// <summary>Refuses a connection at the door. A browser cannot read the status of a failed upgrade, so it is let in just far enough to be told.</summary>
    public async Task TurnAway(HubConnectionContext connection, Refusal refusal)
    {
        var why = refusal.Code switch
        {
            ErrorCode.Draining => Disconnect.Draining,
            ErrorCode.Unauthenticated or ErrorCode.SessionExpired => Disconnect.SessionExpired,
            ErrorCode.TimedOut or ErrorCode.Overloaded or ErrorCode.StorageUnavailable or ErrorCode.Internal => Disconnect.Resync,
            _ => Disconnect.Refused,
        };
        var reason = $"{(int)refusal.Code}: {refusal.Message}";
        await connection.WriteAsync(Frame.Of(protocol, "GoAway", new GoAwayEvent(why.Code, reason, why.Code < 3500 ? 2_000 : 0)).Message);
        await Socket.Close(connection, reason);
    }
}
