using Grainline.Conversations;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Routing;

/// <summary>
/// What a queue does once a second. Nothing here needs to be remembered: what is due follows from waiting times, hours and shifts, and a queue in which somebody waits is kept active by them.
/// </summary>
internal sealed partial class RoutingGrain
{
    private static readonly TimeSpan WriteStaffEvery = TimeSpan.FromMinutes(1);

    private readonly StaffWatch _staff = new();
    private readonly WaitingCount _count = new();
    private readonly Dictionary<string, int> _toldPlaces = [];
    private readonly HashSet<string> _movedOn = [];
    private bool _wasOpen = true;

    private void StartRounds() => this.RegisterGrainTimer(Round, new GrainTimerCreationOptions
    {
        DueTime = _options.TellPlacesEvery, Period = _options.TellPlacesEvery, Interleave = true,
    });

    private async Task Round(CancellationToken cancellationToken)
    {
        if (_matcher is null)
            return;
        var now = Time.GetUtcNow();
        LookAtAgents(now);
        _changed |= _matcher.NextChange <= now;
        _matcher.Relax(now);
        LookAtHours(now);
        Match();
        _count.Is(State.Line.Count);
        TellWall(now);
        await WriteStaff(now);
        await MoveOn(now);
        await ForgetLostOffers(now);
        await TellPlaces();
    }

    /// <summary>Who has fallen silent is left out; shifts begin and end without anybody saying so.</summary>
    private void LookAtAgents(DateTimeOffset now)
    {
        _matcher!.ForgetTheSilent(now - _options.BelieveAgentsFor, now);
        foreach (var agent in _matcher.Agents.Where(a => a.Shift is not null).ToArray())
        {
            var seat = _matcher.Seat(agent.AgentId)!;
            if (seat.OnShift == _shifts.IsOn(agent, now))
                continue;
            var seen = seat.SeenAt;
            _matcher.Observe(agent, !seat.OnShift, now);
            seat.SeenAt = seen;
        }

        _staff.Look(_matcher.Agents, now);
        _estimate.Staffed(_staff.Available, now);
    }

    private void LookAtHours(DateTimeOffset now)
    {
        var open = _hours.IsOpen(now);
        if (open == _wasOpen)
            return;
        _wasOpen = open;
        _changed = true;

        // Everybody in line is told when it opens, or where it stands now that it has.
        _toldPlaces.Clear();
    }

    private async Task WriteStaff(DateTimeOffset now)
    {
        if (_staff.Due(now, WriteStaffEvery) is { } watched)
            await Commit(watched);
    }

    /// <summary>Overflow to another queue: the conversation alone moves itself. While the queue is closed everybody stays; who could be served has been matched before.</summary>
    private async Task MoveOn(DateTimeOffset now)
    {
        if (!_hours.IsOpen(now) || State.Profile!.Rings is not { } rings || !rings.Any(r => r.ToQueue is not null))
            return;
        foreach (var (waiting, queue) in _matcher!.Overflowing(now).ToArray())
        {
            if (_movedOn.Add(waiting.Id))
                await Notify(new(waiting.Id, null, null, null, null, OverflowTo: queue));
        }
    }

    /// <summary>Offers that are long over: the word of their end was lost. A conversation that still waits says so within its own interval.</summary>
    private async Task ForgetLostOffers(DateTimeOffset now)
    {
        if (State.Offers.IsEmpty)
            return;
        foreach (var lost in State.Offers.Values.Where(o => o.Offer.ExpiresAt + _options.ForgetOffersAfter < now).ToArray())
        {
            _told.Take(lost.Offer.Conversation.ConversationId, served: false, now);
            await Commit(new LineLeft(lost.Offer.Conversation.ConversationId));
        }
    }

    private async Task TellPlaces()
    {
        var place = 0;
        foreach (var waiting in _matcher!.InOrder.Take(_options.PlacesTold).ToArray())
        {
            if (_toldPlaces.GetValueOrDefault(waiting.Id) != ++place)
                await TellPlace(waiting, place);
        }
    }

    private Task TellPlace(Waiting waiting, int? known = null)
    {
        var now = Time.GetUtcNow();
        if ((known ?? _matcher!.PositionOf(waiting.Id)) is not { } place)
            return Task.CompletedTask;
        _toldPlaces[waiting.Id] = place;
        var seconds = Estimate(place);
        if (seconds is { } told)
            _told.Tell(waiting.Id, told, now);
        return Notify(new(
            waiting.Id, place, seconds, null, null, _hours.OpensAt(now), _movedOn.Contains(waiting.Id) ? _rules.OverflowTo(waiting.Conversation, now) : null));
    }

    /// <summary>Those with an offer, or being offered, are ahead of the whole line.</summary>
    private int? Estimate(int place)
    {
        var now = Time.GetUtcNow();
        return _hours.IsOpen(now) ? _estimate.Seconds(place + State.Offers.Count + _asked.Count, now) : null;
    }

    private Task Notify(RoutingNotice notice) =>
        GrainFactory.Conversation(new ConversationKey(_key.Tenant, notice.ConversationId)).Routed(notice with { Queue = _key.Id });
}
