using System.Collections.Concurrent;
using System.Collections.Immutable;
using Grainline.Gateway.Authentication;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Lists;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>Whose tickets a session sees: those of its teams, or all for those who oversee. Teams are believed for five seconds.</summary>
internal sealed class TicketReaders(IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (ImmutableArray<Team> Teams, long At)> _known = new();

    public async ValueTask<TicketReader> Of(Session session) => new(
        session.Tenant, session.Id,
        session.Actor.Oversees ? null : [.. (await Teams(session.Tenant)).Where(team => team.Members.Contains(session.Id)).Select(team => team.Id)]);

    private async ValueTask<ImmutableArray<Team>> Teams(string tenant)
    {
        if (_known.TryGetValue(tenant, out var known) && time.GetElapsedTime(known.At) < Believed)
            return known.Teams;
        var teams = await grains.Desk(tenant).Teams();
        _known[tenant] = (teams, time.GetTimestamp());
        return teams;
    }
}
