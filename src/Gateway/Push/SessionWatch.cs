using Grainline.Gateway.Authentication;
using Grainline.Refusals;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>Ends the sockets of sessions that are over or whose account has changed since.</summary>
internal sealed partial class SessionWatch(
    Sockets sockets, SessionCheck check, Farewell farewell, IOptions<SocketOptions> options, TimeProvider time, ILogger<SessionWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SessionCheck, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Sweep();
    }

    internal async Task Sweep()
    {
        // A little early: the transport cuts a session at its very end without a word.
        var soon = time.GetUtcNow() + options.Value.SessionCheck;
        foreach (var socket in sockets.All.Where(socket => socket.Session.ExpiresAt <= soon))
            await farewell.Close(socket, Disconnect.SessionExpired);
        foreach (var account in sockets.All.Where(socket => socket.IsStaff).GroupBy(socket => (socket.Session.Login, socket.Session.Stamp)))
            await Check([.. account]);
    }

    private async Task Check(Socket[] ofOneAccount)
    {
        var first = ofOneAccount[0];
        Refusal? refusal;
        try
        {
            refusal = await check.Refuse(first.Session, first.Http?.Connection.RemoteIpAddress);
        }
        catch (Exception e)
        {
            // An account that cannot be asked is no reason to throw people out; the next sweep asks again.
            CheckFailed(e);
            return;
        }
        if (refusal is null)
            return;
        foreach (var socket in ofOneAccount)
            await farewell.Close(socket, Disconnect.AccountChanged);
    }

    [LoggerMessage(1, LogLevel.Warning, "An account could not be checked")]
    private partial void CheckFailed(Exception exception);
}
