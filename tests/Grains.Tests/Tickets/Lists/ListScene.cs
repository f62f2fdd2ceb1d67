using System.Collections.Immutable;
using Grainline.Journal;
using Grainline.Tests.Hosting;
using Grainline.Tickets.Lists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Tests.Tickets.Lists;

/// <summary>Asks the lists once they are as far as the journal.</summary>
internal static class ListScene
{
    public static readonly TicketReader Everybody = new(GrainHost.Tenant, "boss", null);

    public static TicketReader Of(string agent, params string[] teams) => new(GrainHost.Tenant, agent, [.. teams]);

    /// <summary>The directory, behind by nothing of what has been done so far.</summary>
    public static async Task<TicketDirectory> Lists(this GrainHost host)
    {
        var end = host.Journal.CommittedPosition;
        await Eventually.Becomes(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(50));
                return Task.FromResult(host.Services.GetServices<IHostedService>().OfType<JournalFollower>().Min(follower => follower.Position));
            },
            position => position >= end);
        return host.Services.GetRequiredService<TicketDirectory>();
    }

    public static Task<TicketListPage> List(this TicketDirectory lists, TicketReader? reader = null, TicketFilter? filter = null, string? cursor = null, int limit = 50) =>
        lists.ListAsync(new(reader ?? Everybody, filter ?? new(), TicketOrder.Number, false, cursor, limit), CancellationToken.None);

    public static Task<Grainline.Tickets.Lists.TicketChanges> Changes(this TicketDirectory lists, long since, TicketReader? reader = null, TicketFilter? filter = null, int limit = 1_000) =>
        lists.ChangesAsync(new(reader ?? Everybody, filter ?? new(), since, limit), CancellationToken.None);

    public static async Task<ImmutableArray<SearchHit>> Search(this TicketDirectory lists, string? text, TicketReader? reader = null, TicketFilter? filter = null, ImmutableArray<string>? queues = null) =>
        TicketScene.Done(await lists.SearchAsync(new(reader ?? Everybody, queues, text, filter, filter is null, null, 20), CancellationToken.None)).Items;

    public static IEnumerable<string> Ids(this TicketListPage page) => page.Items.Select(row => row.TicketId);
}
