using Grainline.Conversations;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Routing;

/// <summary>What a queue does once a second: tells places, counts who is at work, tells the wall.</summary>
internal sealed partial class RoutingGrain
{
    private static readonly TimeSpan WriteStaffEvery = TimeSpan.FromMinutes(1);

    private readonly StaffWatch _staff = new();

    private void StartRounds() => this.RegisterGrainTimer(Round, new GrainTimerCreationOptions
    {
        DueTime = _options.TellPlacesEvery, Period = _options.TellPlacesEvery, Interleave = true,
    });

    private async Task Round(CancellationToken cancellationToken)
    {
        _picture.ForgetTheSilent();
        await WatchStaff();
        await TellPlaces();
        TellWall();
        if (State.Line.Count > 0)
            await Match();
    }

    private async Task WatchStaff()
    {
        var now = Time.GetUtcNow();
        _staff.Look(_picture.All, now);
        _estimate.Staffed(_staff.Available, now);
        if (_staff.Due(now, WriteStaffEvery) is { } watched && State.Profile is not null)
            await Commit(watched);
    }

    private async Task TellPlaces()
    {
        var place = 0;
        foreach (var waiting in State.Line.InOrder.Take(_options.PlacesTold))
        {
            if (_toldPlaces.GetValueOrDefault(waiting.Id) != ++place)
                await TellPlace(waiting, place);
        }
    }

    private Task TellPlace(Waiting waiting, int? known = null)
    {
        var place = known ?? State.Line.PositionOf(waiting);
        _toldPlaces[waiting.Id] = place;
        return Notify(new(waiting.Id, place, Estimate(place), null, null));
    }

    /// <summary>Those with an offer are ahead of the whole line.</summary>
    private int? Estimate(int place) => _estimate.Seconds(place + State.Offers.Count, Time.GetUtcNow());

    private Task Notify(RoutingNotice notice) => GrainFactory.Conversation(new ConversationKey(_key.Tenant, notice.ConversationId)).Routed(notice);
}
