using Grainline.Conversations;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Conversations;

public sealed class ConversationDirectoryTests
{
    [Fact]
    public async Task ListAsync_Paged_HasEveryConversationOnceNewestFirst()
    {
        await using var host = await GrainHost.Start();
        foreach (var i in Enumerable.Range(0, 25))
        {
            await host.Conversation($"c{i:00}").Open(Opening());
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await host.Conversation("c03").Post(new(Visitor(), "m1", "newest"));
        await host.Conversation("c04").Post(new(Supervisor, "n1", "a note is no news", MessageKind.Note));
        await Eventually.Becomes(() => List(host, null), p => p.Items.Length == 10 && p.Items[0].ConversationId == "c03");
        var (seen, cursor) = (new List<ConversationRow>(), (string?)null);
        do
        {
            var page = await List(host, cursor);
            seen.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(25, seen.Select(r => r.ConversationId).Distinct().Count());
        Assert.Equal(25, seen.Count);
        Assert.Equal(["c03", "c24", "c23"], seen.Take(3).Select(r => r.ConversationId));
        Assert.Equal("newest", seen[0].LastText);
        Assert.Null(seen.Single(r => r.ConversationId == "c04").LastText);
    }

    [Fact]
    public async Task ListAsync_MuchSaidBetweenTwoLooks_ShowsTheLastWordAndAllElseThatHappened()
    {
        await using var host = await GrainHost.Start();
        var conversation = host.Conversation("c1");
        await conversation.Open(Opening());
        await Eventually.Becomes(() => List(host, null), p => p.Items.Length == 1);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => conversation.Post(new(Visitor(), $"m{n}", $"word {n}"))));
        await conversation.Post(new(Supervisor, "n1", "a note is no news", MessageKind.Note));
        await conversation.Close(Visitor());

        await Eventually.Becomes(() => List(host, null), p => p.Items is [{ Status: ConversationStatus.Closed, LastText: "word 20" }]);
    }

    [Fact]
    public async Task ListAsync_AnotherTenant_SeesNothing()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => List(host, null), p => p.Items.Length == 1);
        Assert.Empty((await List(host, null, "other")).Items);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("bm90IGEgY3Vyc29y")]
    public async Task ListAsync_ACursorThatIsNone_BeginsAtTheFirst(string cursor)
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        await Eventually.Becomes(() => List(host, cursor), p => p.Items.Length == 1);
    }

    private static Task<ConversationListPage> List(GrainHost host, string? cursor, string tenant = GrainHost.Tenant)
    {
        // The projection gathers for a moment before it reads on.
        host.Clock.Advance(TimeSpan.FromMilliseconds(50));
        return host.Services.GetRequiredService<ConversationDirectory>().ListAsync(new(tenant, [], null, null, null, cursor, 10), CancellationToken.None);
    }
}
