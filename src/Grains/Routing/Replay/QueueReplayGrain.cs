using Grainline.Refusals;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Routing.Replay;

/// <summary>One per tenant, so that its replays meet here whichever gateway they came through: the second is refused at once, which is why calls interleave. The work gives its turn back every few milliseconds.</summary>
[Reentrant]
internal sealed class QueueReplayGrain(QueueReplays replays) : Grain, IQueueReplayGrain
{
    public Task<Outcome<ReplayReport>> Run(string queue, ReplayRequest request, CancellationToken cancellation) => replays.Run(this.GetPrimaryKeyString(), queue, request, cancellation);
}
