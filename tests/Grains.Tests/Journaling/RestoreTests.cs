using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Journaling;

public sealed class RestoreTests
{
    [Fact]
    public async Task Activate_SnapshotAheadOfARestoredJournal_BelievesTheJournal()
    {
        await using var host = await GrainHost.Start();
        await host.Conversation("c1").Open(Opening());
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>("journal");
        var ahead = new GrainState<Snapshot<ConversationState>>(new()
        {
            Seq = 99, Schema = 1, State = new ConversationState { Exists = true, Status = ConversationStatus.Closed, Visitor = Ada, Version = 99 },
        });
        await storage.WriteStateAsync("snapshot", ((GrainReference)host.Conversation("c1").AsReference<IConversationGrain>()).GrainId, ahead);
        await host.Restart();
        Assert.Equal(ConversationStatus.Queued, (await host.Conversation("c1").View(Visitor())).Value!.Status);
        Assert.Equal(3, (await host.Conversation("c1").Post(new(Visitor(), "m1", "hello"))).Value!.Seq);
    }
}
