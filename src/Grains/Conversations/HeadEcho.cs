using Orleans;
using Orleans.Runtime;

namespace Grainline.Conversations;

/// <summary>Tells the heads again for two periods after the last push, then falls silent: idle conversations cost nothing.</summary>
internal sealed class HeadEcho(IGrainBase grain, TimeSpan every, Action tell)
{
    private const int Echoes = 2;

    private IGrainTimer? _timer;
    private int _left;

    public void Arm()
    {
        _left = Echoes;
        _timer ??= grain.RegisterGrainTimer(Echo, new GrainTimerCreationOptions { DueTime = every, Period = every, Interleave = true });
    }

    private Task Echo(CancellationToken cancellationToken)
    {
        tell();
        if (--_left <= 0)
        {
            _timer?.Dispose();
            _timer = null;
        }

        return Task.CompletedTask;
    }
}
