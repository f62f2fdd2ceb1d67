using Grainline.Load.Clients;
using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>What a visitor goes through before an agent is there. Times by <see cref="Clock"/>; 0 for not yet.</summary>
internal sealed class WaitLog
{
    private readonly TaskCompletionSource<AgentLink> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _offeredAt, _servedAt;
    private int _place;

    /// <summary>The first agent that serves it, once it also sees it.</summary>
    public Task<AgentLink> Served => _served.Task;

    public long OfferedAt => Volatile.Read(ref _offeredAt);

    public long ServedAt => Volatile.Read(ref _servedAt);

    /// <summary>How often the visitor was told a new place in line.</summary>
    public int Places { get; private set; }

    /// <summary>How often that place was further back than the one before.</summary>
    public int SetBacks { get; private set; }

    public void NoteOffer() => Interlocked.CompareExchange(ref _offeredAt, Clock.Now, 0);

    public void NoteServed(AgentLink by)
    {
        Interlocked.CompareExchange(ref _servedAt, Clock.Now, 0);
        _served.TrySetResult(by);
    }

    /// <summary>On the visitor's loop alone.</summary>
    public void NotePlace(int place)
    {
        if (place == _place)
            return;
        Places++;
        if (_place != 0 && place > _place)
            SetBacks++;
        _place = place;
    }
}
