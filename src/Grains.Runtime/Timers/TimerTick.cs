using Grainline.Runtime.Calls;

namespace Grainline.Runtime.Timers;

/// <summary>The message of a timer to its own activation; one object for all ticks, since one is under way at most.</summary>
internal sealed class TimerTick(GrainTimer timer, bool keepAlive) : Message
{
    internal override bool IsLocal => true;

    internal override bool KeepsAlive => keepAlive;

    public override void Run() => _ = RunAsync();

    internal override void Reject(Exception exception) => timer.Dispose();

    private async Task RunAsync()
    {
        await timer.TickAsync();
        Target.Completed(this, null);
    }
}
