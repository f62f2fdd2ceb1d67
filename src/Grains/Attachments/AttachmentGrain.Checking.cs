using Grainline.Deadlines;
using Grainline.Refusals;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Attachments;

/// <summary>
/// Looking at the bytes before anybody gets them. It takes minutes for a large file, so no call waits for it: a durable clock begins it, and begins it again after a crash or a scanner that could not tell.
/// </summary>
internal sealed partial class AttachmentGrain
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private IGrainTimer? _check;
    private int _failures;

    private async Task ArmCheck()
    {
        if (check.Any)
            await GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Attachment, Key, CheckClock, "", Time.GetUtcNow() + FirstPause));
    }

    private DateTimeOffset? RingCheck()
    {
        if (State.Stage != AttachmentStage.Scanning)
            return null;
        BeginCheck();
        return Time.GetUtcNow() + Pause;
    }

    private TimeSpan Pause => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(_failures, 10)));

    private void BeginCheck() => _check ??= this.RegisterGrainTimer(Check, new GrainTimerCreationOptions
    {
        DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true,
    });

    private async Task Check(CancellationToken cancellationToken)
    {
        try
        {
            var verdict = await check.Look(Blob, State.ContentType, State.Bytes, State.PreviewWidth is not null, cancellationToken);
            if (State.Stage != AttachmentStage.Scanning)
                return;
            if (verdict.Failure is { } failure)
            {
                _failures++;
                LogScanFailed(Key, failure, _failures);
            }
            else if (verdict.Harm is { } harm)
                await Refuse(new Refusal(ErrorCode.AttachmentRefused, harm));
            else if (verdict.Preview is { } made && State.PreviewWidth is null)
                await Commit(new PreviewAdded(made.Width, made.Height), new AttachmentPassed());
            else
                await Commit(new AttachmentPassed());
        }
        finally
        {
            _check?.Dispose();
            _check = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attachment {Attachment} could not be scanned: {Failure} (failure {Failures}); it is tried again")]
    private partial void LogScanFailed(string attachment, string failure, int failures);
}
