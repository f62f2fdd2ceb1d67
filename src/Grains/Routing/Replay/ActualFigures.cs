using System.Collections.Immutable;

namespace Grainline.Routing.Replay;

/// <summary>What was measured in the window itself.</summary>
internal static class ActualFigures
{
    public static ImmutableArray<ReplayFigure> Of(QueueRecord record, ServiceTarget target)
    {
        var over = record.Visits.Where(v => v.LeftAt is not null).ToArray();
        double[] waits = [.. over.Select(v => (v.LeftAt!.Value - v.Conversation.WaitingSince).TotalSeconds)];
        var served = over.Where(v => v.ServedBy is not null).ToArray();
        var (gone, kept) = (over.Count(v => v.Abandoned), served.Count(v => (v.LeftAt!.Value - v.Conversation.WaitingSince).TotalSeconds <= target.Seconds));
        return
        [
            Resampling.Figure("waitMean", Sample.Mean(waits)), Resampling.Figure("waitP50", Sample.Quantile(waits, 0.5)), Resampling.Figure("waitP95", Sample.Quantile(waits, 0.95)),
            Resampling.Figure("serviceLevel", served.Length + gone == 0 ? 0 : (double)kept / (served.Length + gone)),
            Resampling.Figure("handleMean", Sample.Mean([.. served.Select(v => v.HandleSeconds).OfType<double>()])),
            Resampling.Figure("abandonment", over.Length == 0 ? 0 : (double)gone / over.Length),
        ];
    }
}
