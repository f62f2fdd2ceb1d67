using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>
/// Gives the push path its sockets. SignalR's own <c>Clients.Clients(ids)</c> walks over every connection of the process for each push; ours are found by
/// what they watch. It is also the door: a connection that may not be here is told why and closed before its hub sees it.
/// </summary>
internal sealed class SocketLifetime<THub>(
    ILogger<DefaultHubLifetimeManager<THub>> logger, Sockets sockets, SocketDoor door, Farewell farewell, IOptions<SocketOptions> options, TimeProvider time)
    : DefaultHubLifetimeManager<THub>(logger) where THub : Hub
{
    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        if (await door.Refuse(typeof(THub), connection) is { } refusal)
        {
            await farewell.TurnAway(connection, refusal);
            return;
        }
        var socket = new Socket(connection, connection.User.Session()!, options.Value);
        connection.Features.Set(socket);
        sockets.Add(socket);
        await base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        sockets.Remove(connection.ConnectionId)?.Closed(time.GetUtcNow());
        return base.OnDisconnectedAsync(connection);
    }
}
