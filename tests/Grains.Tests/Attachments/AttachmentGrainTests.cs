using Grainline.Attachments;
using Grainline.Blobs;
using Grainline.Refusals;
using Grainline.Tests.Conversations;
using Grainline.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grainline.Tests.Attachments;

/// <summary>The life of a file: announced, whole, looked at, used, gone.</summary>
public sealed class AttachmentGrainTests
{
    private static readonly Actor Ada = People.Visitor();

    [Fact]
    public async Task Attach_ByItsUploader_IsForOneEntryForGood()
    {
        await using var host = await GrainHost.Start();
        var file = await Whole(host, "one");

        var first = await file.Attach(new("conversation/c", "m1", Ada, Audience.Everyone));
        var again = await file.Attach(new("conversation/c", "m1", Ada, Audience.Everyone));

        Assert.Equal((first.Value, "photo.png", "image/png", 4L), (again.Value, first.Value!.Name, first.Value.ContentType, first.Value.Bytes));
        Assert.Equal(ErrorCode.AttachmentUsed, (await file.Attach(new("conversation/c", "m2", Ada, Audience.Everyone))).Refusal!.Code);
        Assert.Equal(ErrorCode.AttachmentUsed, (await file.Attach(new("ticket/t", "m1", Ada, Audience.Everyone))).Refusal!.Code);
        Assert.Equal(ErrorCode.AttachmentUsed, (await file.Discard(Ada)).Refusal!.Code);
        await host.Restart();
        Assert.Equal(ErrorCode.AttachmentUsed, (await File(host, "one").Attach(new("conversation/c", "m2", Ada, Audience.Everyone))).Refusal!.Code);
    }

    [Fact]
    public async Task Attach_NotOnesOwnOrNotWhole_IsRefused()
    {
        await using var host = await GrainHost.Start();
        var file = await Announced(host, "one");

        Assert.Equal(ErrorCode.AttachmentNotFound, (await file.Attach(new("conversation/c", "m", People.Visitor("eve"), Audience.Everyone))).Refusal!.Code);
        Assert.Equal(ErrorCode.AttachmentNotFound, (await file.Attach(new("conversation/c", "m", People.Agent("ada"), Audience.Everyone))).Refusal!.Code);
        Assert.Equal(ErrorCode.AttachmentNotReady, (await file.Attach(new("conversation/c", "m", Ada, Audience.Everyone))).Refusal!.Code);
    }

    [Fact]
    public async Task Detach_OfThatEntryOnly_FreesIt()
    {
        await using var host = await GrainHost.Start();
        var file = await Whole(host, "one");
        await file.Attach(new("conversation/c", "m1", Ada, Audience.Everyone));

        await file.Detach("conversation/c", "m2");
        Assert.Equal(ErrorCode.AttachmentUsed, (await file.Attach(new("conversation/c", "m2", Ada, Audience.Everyone))).Refusal!.Code);
        await file.Detach("conversation/c", "m1");

        Assert.True((await file.Attach(new("conversation/c", "m2", Ada, Audience.Everyone))).Succeeded);
    }

    [Fact]
    public async Task Move_ToAnotherSubject_TakesItsReadersAlong()
    {
        await using var host = await GrainHost.Start();
        var file = await Whole(host, "one");
        await file.Attach(new("ticket/a", "m", Ada, Audience.Staff));

        Assert.True((await file.Move("ticket/a", "ticket/b")).Succeeded);
        Assert.True((await file.Move("ticket/a", "ticket/b")).Succeeded);

        Assert.Equal("ticket/b", (await file.View(People.Agent("amy"))).Value!.Subject);
        Assert.Equal(ErrorCode.AttachmentUsed, (await file.Move("ticket/a", "ticket/c")).Refusal!.Code);
        Assert.Equal(ErrorCode.AttachmentNotFound, (await file.View(Ada)).Refusal!.Code);
    }

    [Fact]
    public async Task Clock_NeverWholeOrNeverUsed_DeletesBytesAndAll()
    {
        await using var host = await GrainHost.Start();
        await Announced(host, "unfinished");
        await Whole(host, "unused");
        var used = await Whole(host, "used");
        await used.Attach(new("conversation/c", "m", Ada, Audience.Everyone));
        await host.Restart();

        foreach (var id in new[] { "unfinished", "unused" })
            await Eventually.Becomes(() => Passing(host, TimeSpan.FromHours(1), () => Blobs(host).LengthAsync(Key(id), default)), length => length is null);

        Assert.Equal(ErrorCode.AttachmentGone, (await File(host, "unused").Attach(new("conversation/c", "m", Ada, Audience.Everyone))).Refusal!.Code);
        Assert.Equal(ErrorCode.AttachmentGone, (await File(host, "unfinished").View(Ada)).Refusal!.Code);
        Assert.Equal(4, await Blobs(host).LengthAsync(Key("used"), default));
        Assert.Equal((false, false, true), (await File(host, "unfinished").KeepsBytes(), await File(host, "unused").KeepsBytes(), await File(host, "used").KeepsBytes()));
    }

    [Fact]
    public async Task Clock_WithRetention_DeletesWhatWasUsed()
    {
        await using var host = await GrainHost.Start(b => b.Services.Configure<AttachmentOptions>(o => o.Retention = TimeSpan.FromDays(30)));
        var file = await Whole(host, "one");
        await file.Attach(new("conversation/c", "m", Ada, Audience.Everyone));

        await Eventually.Becomes(() => Passing(host, TimeSpan.FromDays(5), () => file.View(Ada)), view => view.Refusal?.Code == ErrorCode.AttachmentGone);

        await Eventually.Becomes(() => Blobs(host).LengthAsync(Key("one"), default), length => length is null);
    }

    [Fact]
    public async Task Complete_ScannerCannotTell_WaitsUntilItCan()
    {
        var scanner = new FakeScanner { Verdict = new("away", null) };
        await using var host = await Scanned(scanner);
        var file = await Whole(host, "one");
        Assert.Equal(ErrorCode.AttachmentNotReady, (await file.Attach(new("conversation/c", "m", Ada, Audience.Everyone))).Refusal!.Code);
        await Eventually.Becomes(() => Passing(host, TimeSpan.FromSeconds(20), () => Task.FromResult(scanner.Asked)), asked => asked > 1);
        await host.Restart();
        Assert.Equal(AttachmentStage.Scanning, (await File(host, "one").View(Ada)).Value!.Stage);

        scanner.Verdict = ScanVerdict.Clean;

        await Eventually.Becomes(() => Passing(host, TimeSpan.FromSeconds(20), () => File(host, "one").View(Ada)), view => view.Value?.Stage == AttachmentStage.Ready);
        Assert.Equal("data", scanner.Seen);
    }

    [Fact]
    public async Task Complete_ScannerFindsHarm_IsRefusedAndGone()
    {
        await using var host = await Scanned(new FakeScanner { Verdict = new(null, "eicar") });
        var file = await Whole(host, "one");

        var refused = await Eventually.Becomes(() => Passing(host, TimeSpan.FromSeconds(1), () => file.View(Ada)), view => view.Refusal is not null);

        Assert.Equal((ErrorCode.AttachmentRefused, "eicar"), (refused.Refusal!.Code, refused.Refusal.Message));
        await Eventually.Becomes(() => Blobs(host).LengthAsync(Key("one"), default), length => length is null);
    }

    [Fact]
    public async Task Sweep_UploadThatTheJournalDoesNotKnow_IsDeletedAtTheStart()
    {
        await using var host = await GrainHost.Start();
        await Announced(host, "known");
        await Blobs(host).CreateAsync(Key("orphan"), default);
        await Blobs(host).CreateAsync(Key("young"), default);
        foreach (var part in Directory.EnumerateFiles(host.Services.GetRequiredService<IOptions<BlobOptions>>().Value.Folder!, "*.part", SearchOption.AllDirectories))
            System.IO.File.SetLastWriteTimeUtc(part, (host.Clock.GetUtcNow() - (part.Contains("young") ? TimeSpan.FromHours(1) : TimeSpan.FromDays(3))).UtcDateTime);

        await host.Restart();

        await Eventually.Becomes(() => Blobs(host).LengthAsync(Key("orphan"), default), length => length is null);
        Assert.Equal((0L, 0L), (await Blobs(host).LengthAsync(Key("known"), default), await Blobs(host).LengthAsync(Key("young"), default)));
    }

    private static Task<GrainHost> Scanned(FakeScanner scanner) => GrainHost.Start(b => b.Services.AddSingleton<IAttachmentScanner>(scanner));

    private static async Task<T> Passing<T>(GrainHost host, TimeSpan by, Func<Task<T>> ask)
    {
        host.Clock.Advance(by);
        return await Eventually.Answers(ask);
    }

    private static async Task<IAttachmentGrain> Announced(GrainHost host, string id)
    {
        Assert.True((await File(host, id).Declare(new(Ada, "photo.png", "image/png", 4))).Succeeded);
        await Blobs(host).CreateAsync(Key(id), default);
        return File(host, id);
    }

    private static async Task<IAttachmentGrain> Whole(GrainHost host, string id)
    {
        var file = await Announced(host, id);
        await Blobs(host).AppendAsync(Key(id), 0, new MemoryStream("data"u8.ToArray()), 4, null, default);
        var digest = await Blobs(host).CompleteAsync(Key(id), default);
        Assert.True((await file.Complete(new(Ada, 4, digest, "image", "image/png"))).Succeeded);
        return file;
    }

    private static IAttachmentGrain File(GrainHost host, string id) => host.Grains.Attachment(new(GrainHost.Tenant, id));

    private static IBlobStore Blobs(GrainHost host) => host.Services.GetRequiredService<IBlobStore>();

    private static BlobKey Key(string id) => new(GrainHost.Tenant, id);
}
