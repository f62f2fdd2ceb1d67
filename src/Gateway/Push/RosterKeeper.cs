using Grainline.Push;
using Microsoft.Extensions.Options;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>Says again and again that this gateway is there, so that grains which begin anew elsewhere can ask it who listens to them.</summary>
internal sealed partial class RosterKeeper(GatewayEar ear, IGrainFactory grains, AllTopics topics, LeaseClock clock, IOptions<SocketOptions> options, TimeProvider time, ILogger<RosterKeeper> logger)
    : BackgroundService
{
    private bool _enlisted;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Sweep, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Enlist();
    }

    internal async Task Enlist()
    {
        try
        {
            var known = await grains.GatewayRoster().Enlist(ear.Until(clock.Now + (4 * options.Value.Sweep)));
            // The roster has ended together with the silo that it was on: others there have ended too.
            if (!known && _enlisted)
                topics.LapseAll();
            _enlisted = true;
        }
        catch (Exception e)
        {
            // A roster that cannot be reached now is told at the next turn.
            NotEnlisted(e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The silos could not be told that this gateway is there")]
    private partial void NotEnlisted(Exception exception);
}
