using Grainline.Blobs;
using Grainline.Blobs.Sniffing;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Refusals;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Grainline.Attachments;

/// <summary>One call at a time; looking at the bytes runs beside the calls. This file: upload and use. Clocks are in <c>.Lifetime</c>, looking at the bytes in <c>.Checking</c>.</summary>
internal sealed partial class AttachmentGrain(
    GrainJournal<AttachmentEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<AttachmentState>> snapshot,
    IBlobStore blobs,
    AttachmentCheck check,
    IOptions<AttachmentOptions> options,
    IOptions<BlobOptions> blobOptions,
    ILogger<AttachmentGrain> logger)
    : JournaledGrain<AttachmentState, AttachmentEvent>(journal, snapshot), IAttachmentGrain
{
    /// <summary>An upload takes one of its person's places for no longer than this: what was given up without a word must not shut anybody out for a day.</summary>
    private static readonly TimeSpan CountsFor = TimeSpan.FromHours(1);

    private readonly AttachmentOptions _options = options.Value;
    private AttachmentKey _key;

    protected override string Kind => "attachment";

    private BlobKey Blob => new(_key.Tenant, _key.Id);

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = AttachmentKey.Parse(Key);
        return Task.CompletedTask;
    }

    public async Task<Outcome<AttachmentDetails>> Declare(DeclareAttachment command)
    {
        if (State.Exists)
            return await View(command.Uploader);
        if (AttachmentRules.MayDeclare(command, _options, blobOptions.Value.MaxBytes) is { } refusal)
            return refusal;
        var ends = Time.GetUtcNow() + _options.UploadLifetime;
        var person = $"{command.Uploader.Kind}/{command.Uploader.Id}";
        if ((await GrainFactory.UploadQuota(_key.Tenant).Reserve(new(_key.Id, person, command.Bytes, Time.GetUtcNow() + CountsFor))).Refusal is { } full)
            return full;
        await ArmEnd(ends);
        await Commit(new AttachmentDeclared(command.Uploader.Author(), command.Name, command.ContentType, command.Bytes));
        return Details();
    }

    public async Task<Outcome<AttachmentDetails>> View(Actor reader)
    {
        await Settled();
        return AttachmentRules.MaySee(State, reader) is { } refusal ? refusal : Details();
    }

    public async Task<Outcome<AttachmentDetails>> Complete(CompleteUpload command)
    {
        if (AttachmentRules.MayComplete(State, command) is { } refusal)
            return refusal;
        if (State.Stage != AttachmentStage.Uploading)
            return Details();
        var nature = Enum.TryParse<ContentNature>(command.Nature, ignoreCase: true, out var known) ? known : ContentNature.Unknown;
        var type = ContentRules.Settle(State.ContentType, nature, command.SniffedType, _options);
        if (type.Refusal is { } not)
            return await Refuse(not);
        await ArmEnd(Time.GetUtcNow() + _options.UnusedLifetime);
        await ArmCheck();
        await Commit(check.Looks(type.Value!)
            ? [new UploadCompleted(command.Digest, type.Value!)]
            : [new UploadCompleted(command.Digest, type.Value!), new AttachmentPassed()]);
        await GrainFactory.UploadQuota(_key.Tenant).Release(_key.Id);
        if (State.Stage == AttachmentStage.Scanning)
            BeginCheck();
        return Details();
    }

    public async Task<Outcome<AttachmentDetails>> AddPreview(AddPreview command)
    {
        if (AttachmentRules.MayAddPreview(State, command) is { } refusal)
            return refusal;
        if (State.PreviewWidth != command.Width || State.PreviewHeight != command.Height)
            await Commit(new PreviewAdded(command.Width, command.Height));
        return Details();
    }

    public async Task<Outcome<AttachmentView>> Attach(AttachFile command)
    {
        if (AttachmentRules.MayAttach(State, command) is { } refusal)
            return refusal;
        if (State.Subject is null)
        {
            var event_ = new AttachmentAttached(command.Subject, command.Reference, command.Audience, command.By.Author());
            if (_options.Retention is { } span)
                await ArmEnd(Time.GetUtcNow() + span);
            await Commit(event_);
        }

        return Shown();
    }

    public async Task Detach(string subject, string reference)
    {
        if (State.IsOver || State.Subject != subject || State.Reference != reference)
            return;
        await ArmEnd(Time.GetUtcNow() + _options.UnusedLifetime);
        await Commit(new AttachmentDetached());
    }

    public async Task<Outcome<AttachmentView>> Move(string subject, string toSubject)
    {
        if (State.Subject == toSubject && !State.IsOver)
            return Shown();
        if (AttachmentRules.MayMove(State, subject) is { } refusal)
            return refusal;
        await Commit(new AttachmentMoved(toSubject));
        return Shown();
    }

    public async Task<Outcome<Done>> Discard(Actor by)
    {
        if (State.Exists && State.IsOver && State.Subject is null)
            return default(Done);
        if (AttachmentRules.MayChange(State, by) is { } refusal)
            return refusal;
        await End("discarded");
        return default(Done);
    }

    public Task<bool> KeepsBytes() => Task.FromResult(Durable.Exists && !Durable.IsOver);

    private async Task<Refusal> Refuse(Refusal because)
    {
        await Commit(new AttachmentRefused(because.Message));
        await Forget();
        return because;
    }

    private AttachmentView Shown() => new(_key.Id, State.Name, State.ContentType, State.Bytes, State.PreviewWidth, State.PreviewHeight);

    private AttachmentDetails Details() => new(
        _key.Id, State.Stage, State.Name, State.ContentType, State.Bytes, State.Uploader!.Kind, State.Uploader.Id, State.Subject, State.Audience,
        EndsAt, State.PreviewWidth, State.PreviewHeight, State.Digest);
}
