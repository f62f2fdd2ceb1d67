using Grainline.Attachments;
using Grainline.Blobs;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketAttachmentTests
{
    [Fact]
    public async Task Comment_WithFiles_BindsThemForItsReaders()
    {
        await using var host = await Start();
        await host.Created();
        await Uploaded(host, Amy, "open");
        await Uploaded(host, Amy, "inside");
        await host.Ticket().Does(Amy, new AddComment("See this", true, ["open"]), new AddComment("And this", false, ["inside"]));
        Assert.Equal(["open", "inside"], (await host.Ticket().Entries(Amy)).SelectMany(e => e.Attachments).Select(a => a.Id));
        Assert.Equal(["open"], (await host.Ticket().Entries(Ada)).SelectMany(e => e.Attachments).Select(a => a.Id));
        Assert.Equal("ticket/t1", Done(await File(host, "open").View(Ada)).Subject);
        Refused(ErrorCode.AttachmentNotFound, await File(host, "inside").View(Ada));
    }

    [Fact]
    public async Task Change_Refused_LetsItsFilesGo()
    {
        await using var host = await Start();
        await host.Created();
        await Uploaded(host, Amy, "one");
        Refused(ErrorCode.TriggerNotAllowed, await host.Ticket().Tries(Amy, new AddComment("See this", true, ["one"]), new TriggerState("reopen")));
        Refused(ErrorCode.AttachmentNotFound, await host.Ticket().Tries(Amy, new AddComment("See this", true, ["one", "nothing"])));
        Refused(ErrorCode.AttachmentNotFound, await host.Ticket().Tries(Bob, new AddComment("Not mine", true, ["one"])));
        Refused(ErrorCode.FieldsInvalid, await host.Ticket("t2").Create(Creation(fields: """{"wrong":1}""", comment: new("See this", true, ["one"]))));
        var made = await host.Created("t3", Creation(comment: new("See this", true, ["one"])));
        Assert.Equal("one", (await host.Ticket(made.TicketId).Entries(Amy)).Single(e => e.Kind == "comment").Attachments[0].Id);
        Refused(ErrorCode.AttachmentUsed, await host.Ticket().Tries(Amy, new AddComment("Again", true, ["one"])));
    }

    /// <summary>Bound, and then cut off: the retry of the same change finds its file.</summary>
    [Fact]
    public async Task Change_CutOffAfterBinding_CanBeRepeated()
    {
        await using var host = await Start();
        await host.Created();
        await Uploaded(host, Amy, "one");
        var command = new ApplyToTicket(Amy, "r1", [new AddComment("See this", true, ["one"])]);
        host.AfterCall = call => call.MethodName == nameof(IAttachmentGrain.Attach) ? throw new TimeoutException("cut off") : Task.CompletedTask;
        await Assert.ThrowsAsync<TimeoutException>(() => host.Ticket().Apply(command));
        host.AfterCall = static _ => Task.CompletedTask;
        await host.Restart();
        Assert.False(Done(await host.Ticket().Apply(command)).Duplicate);
        Assert.Single(await host.Ticket().Entries(Amy), e => e.Attachments.Length == 1);
    }

    private static async Task Uploaded(GrainHost host, Actor by, string id)
    {
        var (blobs, key) = (host.Services.GetRequiredService<IBlobStore>(), new BlobKey(GrainHost.Tenant, id));
        Done(await File(host, id).Declare(new(by, "photo.png", "image/png", 4)));
        await blobs.CreateAsync(key, default);
        await blobs.AppendAsync(key, 0, new MemoryStream("data"u8.ToArray()), 4, null, default);
        Done(await File(host, id).Complete(new(by, 4, await blobs.CompleteAsync(key, default), "image", "image/png")));
    }

    private static IAttachmentGrain File(GrainHost host, string id) => host.Grains.Attachment(new(GrainHost.Tenant, id));
}
