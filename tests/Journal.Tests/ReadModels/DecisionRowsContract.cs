using System.Text;
using Grainline.Journal.ReadModels;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>Decisions of one conversation, newest first, whatever comes twice.</summary>
public abstract class DecisionRowsContract<TBackend> : ReadModelTest<TBackend>
    where TBackend : ReadModelBackend, new()
{
    [Fact]
    public async Task List_PageByPage_HasThoseOfTheConversationNewestFirst()
    {
        DecisionRow[] rows = [.. Enumerable.Range(1, 9).Select(n => Decision(n, n % 3 == 0 ? "c2" : "c1"))];
        await Backend.Decisions.WriteAsync(rows[..5], Cancelled);
        await Backend.Decisions.WriteAsync(rows, Cancelled);
        await Backend.ReopenAsync();
        var first = await Backend.Decisions.ListAsync(Tenant, "c1", null, 4, Cancelled);
        var second = await Backend.Decisions.ListAsync(Tenant, "c1", first[^1].Position, 4, Cancelled);
        Assert.Equal([8, 7, 5, 4, 2, 1], first.Concat(second).Select(d => d.Position));
        Assert.Equal("decision 8", Text(first[0].Json));
        Assert.Empty(await Backend.Decisions.ListAsync("other", "c1", null, 4, Cancelled));
    }

    [Fact]
    public async Task Write_AKnownPosition_ChangesNothing()
    {
        await Backend.Decisions.WriteAsync([Decision(1, "c1")], Cancelled);
        await Backend.Decisions.WriteAsync([Decision(1, "c2"), Decision(2, "c2")], Cancelled);
        Assert.Equal([1], (await Backend.Decisions.ListAsync(Tenant, "c1", null, 9, Cancelled)).Select(d => d.Position));
        Assert.Equal([2], (await Backend.Decisions.ListAsync(Tenant, "c2", null, 9, Cancelled)).Select(d => d.Position));
    }

    [Fact]
    public async Task Checkpoints_OfEveryReadModel_AreKeptApartAndGoBack()
    {
        Assert.Equal(0, await Backend.Decisions.ReadAsync("decision-list", Cancelled));
        await Backend.Decisions.WriteAsync("decision-list", 7, Cancelled);
        await Backend.Conversations.WriteAsync("conversation-list", 9, Cancelled);
        await Backend.Tickets.WriteAsync("ticket-list", 8, Cancelled);
        await Backend.Tickets.WriteAsync("ticket-list", 3, Cancelled);
        await Backend.ReopenAsync();
        Assert.Equal(7, await Backend.Decisions.ReadAsync("decision-list", Cancelled));
        Assert.Equal(9, await Backend.Conversations.ReadAsync("conversation-list", Cancelled));
        Assert.Equal(3, await Backend.Tickets.ReadAsync("ticket-list", Cancelled));
    }

    private static DecisionRow Decision(long position, string conversation) => new(position, Tenant, conversation, Encoding.UTF8.GetBytes($"decision {position}"));
}
