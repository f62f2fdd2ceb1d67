using Grainline.Deadlines;

namespace Grainline.Attachments;

/// <summary>
/// How long an attachment lives. Its clock is set before the commit that needs it, and goes on ringing until the bytes are gone: a crash between the event and the store is made good by it.
/// </summary>
internal sealed partial class AttachmentGrain
{
    private const string EndClock = "end";
    private const string CheckClock = "check";

    private DateTimeOffset? EndsAt => State switch
    {
        { IsOver: true } => null,
        { Stage: AttachmentStage.Uploading } => State.Since + _options.UploadLifetime,
        { Subject: null } => State.Since + _options.UnusedLifetime,
        _ => State.Since + _options.Retention,
    };

    public async Task<DateTimeOffset?> Due(DueDeadline deadline)
    {
        if (deadline.Name == CheckClock)
            return RingCheck();
        if (!State.Exists)
            return null;
        if (!State.IsOver)
        {
            if (EndsAt is not { } end || end > Time.GetUtcNow())
                return EndsAt;
            await End(State.Stage == AttachmentStage.Uploading ? "expired" : State.Subject is null ? "unused" : "retention");
        }
        else
            await Forget();
        return null;
    }

    private async Task End(string because)
    {
        await Commit(new AttachmentDeleted(because));
        await Forget();
    }

    /// <summary>What the end leaves behind, here and elsewhere.</summary>
    private async Task Forget()
    {
        await GrainFactory.UploadQuota(_key.Tenant).Release(_key.Id);
        await blobs.DeleteAsync(Blob, CancellationToken.None);
    }

    private Task ArmEnd(DateTimeOffset at) => GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Attachment, Key, EndClock, "", at));
}
