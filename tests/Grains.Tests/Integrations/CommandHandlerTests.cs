using System.Text;
using Grainline.Conversations;
using Grainline.Integrations.Commands;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tests.Tickets;
using Grainline.Tickets;

namespace Grainline.Tests.Integrations;

public sealed class CommandHandlerTests
{
    private const string Head = "\"version\":1,\"tenant\":\"acme\",\"source\":\"orders\"";

    [Fact]
    public async Task Handle_Note_IsForStaffOnly()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);

        await scene.Handler().Handle(CommandScene.Record($$$"""{{{{Head}}},"type":"conversation.post","id":"n1","data":{"conversationId":"c1","text":"Paid\r\nin full","note":true}}"""), default);

        var message = Assert.Single((await host.Conversation("c1").Sync(new(Actor.System, 0, 200))).Value!.Messages, m => m.Author.Id == "orders");
        Assert.Equal((MessageKind.Note, "Paid\nin full", "n1", ActorKind.System), (message.Kind, message.Text, message.ClientMessageId, message.Author.Kind));
    }

    [Fact]
    public async Task Handle_TicketTwice_MakesOne()
    {
        await using var host = await TicketScene.Start();
        var scene = new CommandScene(host);
        var record = CommandScene.Record(
            $$$"""{{{{Head}}},"type":"ticket.create","id":"order-4711","data":{"team":"care","subject":"退货 4711","priority":"High","form":"order","fields":{"order":"4711"},"requester":{"visitorId":"ada","name":"Ada","email":null},"comment":{"text":"Came back","public":false},"tags":["returns"]}}""");

        await scene.Handler().Handle(record, default);
        await scene.Handler().Handle(record, default);

        Assert.Empty(scene.DeadLetters.Arrived);
        var id = CommandDesk.TicketIdOf(CommandReader.Read(record).Value!);
        var ticket = (await host.Ticket(id).View(Actor.System)).Value!;
        Assert.Equal(("退货 4711", 1L), (ticket.Subject, ticket.Number));
    }

    [Fact]
    public async Task Handle_ActionsTwice_AppliesOnce()
    {
        await using var host = await TicketScene.Start();
        await host.Created();
        var scene = new CommandScene(host);
        var record = CommandScene.Record($$$"""{{{{Head}}},"type":"ticket.apply","data":{"ticketId":"t1","actions":[{"kind":"addTags","tags":["paid"]},{"text":"Refunded","public":true,"kind":"comment"}]}}""", offset: 3);

        await scene.Handler().Handle(record, default);
        await scene.Handler().Handle(record, default);

        Assert.Empty(scene.DeadLetters.Arrived);
        Assert.Single(await host.Ticket().Entries(Actor.System), e => e.Text == "Refunded");
    }

    [Fact]
    public async Task Handle_VisitorDetails_KeepsWhatIsNotSaid()
    {
        await using var host = await GrainHost.Start("amy");
        Assert.True((await host.Visitor.Register(new("acme", "Ada", "ada@example.com", false))).Succeeded);
        var scene = new CommandScene(host);

        await scene.Handler().Handle(CommandScene.Record($$$"""{{{{Head}}},"type":"visitor.update","data":{"visitorId":"ada","name":"Ada L."}}"""), default);

        var view = (await host.Visitor.View()).Value!;
        Assert.Equal(("Ada L.", "ada@example.com", false, "acme"), (view.Name, view.Email, view.Verified, view.Site));
    }

    [Theory]
    [InlineData("""{"data":{"conversationId":"nobody","text":"x"},"type":"conversation.post",HEAD}""", ErrorCode.ConversationNotFound)]
    [InlineData("""{"data":{"ticketId":"nobody","actions":[{"kind":"comment","text":"x","public":true}]},"type":"ticket.apply",HEAD}""", ErrorCode.TicketNotFound)]
    [InlineData("""{"data":{"team":"nowhere","subject":"x"},"type":"ticket.create",HEAD}""", ErrorCode.DefinitionNotFound)]
    [InlineData("""{"data":{"visitorId":"nobody"},"type":"visitor.update",HEAD}""", ErrorCode.Unauthenticated)]
    [InlineData("""{"data":{"conversationId":"c1","text":"bell\u0007"},"type":"conversation.post",HEAD}""", ErrorCode.InvalidArgument)]
    [InlineData("""{"data":{"conversationId":"c1","text":" "},"type":"conversation.post",HEAD}""", ErrorCode.TextEmpty)]
    public async Task Handle_FinalRefusal_GoesToTheDeadLettersWithItsReason(string json, ErrorCode code)
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);
        var record = CommandScene.Record(json.Replace("HEAD", Head, StringComparison.Ordinal), offset: 5, partition: 2);

        await scene.Handler().Handle(record, default);

        var letter = Assert.Single(scene.DeadLetters.Arrived);
        var headers = letter.Headers.ToDictionary(h => h.Name, h => Encoding.UTF8.GetString(h.Value));
        Assert.Equal((record.Value, record.Key, "grainline.dead-letters"), (letter.Value, letter.Key, letter.Topic));
        Assert.Equal(($"{(int)code}", $"{code}", CommandScene.Topic, "2", "5", "1", "t1"),
            (headers["grainline-code"], headers["grainline-error"], headers["grainline-topic"], headers["grainline-partition"], headers["grainline-offset"], headers["grainline-attempts"], headers["trace"]));
        Assert.NotEmpty(headers["grainline-reason"]);
    }

    [Fact]
    public async Task Handle_LongerThanATopicTakes_PutsAsideItsPlaceOnly()
    {
        await using var host = await GrainHost.Start("amy");
        var scene = new CommandScene(host) { Options = { LongestRecord = 10_000 } };

        await scene.Handler().Handle(CommandScene.Record(new string('x', 10_001), offset: 7), default);

        var letter = Assert.Single(scene.DeadLetters.Arrived);
        var headers = letter.Headers.ToDictionary(h => h.Name, h => Encoding.UTF8.GetString(h.Value));
        Assert.Equal((0, "7", "100"), (letter.Value.Length, headers["grainline-offset"], headers["grainline-code"]));
        Assert.InRange(int.Parse(headers["grainline-omitted"], System.Globalization.CultureInfo.InvariantCulture), 10_001, 10_100);
    }

    [Fact]
    public async Task Handle_UnknownTenant_MakesNoTicket()
    {
        await using var host = await GrainHost.Start("amy");
        var scene = new CommandScene(host);

        await scene.Handler().Handle(CommandScene.Record("""{"version":1,"tenant":"strangers","source":"orders","type":"ticket.create","data":{"team":"default","subject":"x","ticketId":"t1"}}"""), default);

        Assert.Single(scene.DeadLetters.Arrived);
        Assert.Equal(ErrorCode.TicketNotFound, (await host.Grains.Ticket(new("strangers", "t1")).View(Actor.System)).Refusal?.Code);
    }

    [Fact]
    public async Task Handle_FailsForNoKnownReason_IsPutAsideAfterItsAttempts()
    {
        await using var host = await GrainHost.Start("amy");
        await host.Talk("c1");
        var scene = new CommandScene(host);
        var calls = 0;
        host.BeforeCall = call => call.MethodName == nameof(IConversationGrain.Post) && ++calls > 0 ? throw new InvalidCastException() : Task.CompletedTask;

        await scene.Handler().Handle(CommandScene.Post("x"), default);

        Assert.Equal(scene.Options.Attempts, calls);
        Assert.Contains(Assert.Single(scene.DeadLetters.Arrived).Headers, h => h.Name == "grainline-code" && Encoding.UTF8.GetString(h.Value) == "500");
    }
}
