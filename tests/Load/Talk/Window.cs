using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>The measured part of a run: warm-up, then counting, then silence.</summary>
/// <param name="measured">Processes of the server, if they can be seen.</param>
internal sealed class Window(TalkCounts counts, IMeasured measured)
{
    private Costs? _costs;
    private Sample[] _timeline = [];

    public async Task Measure(IReadOnlyList<Pair> pairs, TalkPlan plan, Func<double, CancellationToken, Task>? fault, CancellationToken cancellation)
    {
        using var measurement = new Measurement(measured);
        await measurement.Attach();
        var timeline = new Timeline(() => counts.Ever, measured);
        using var sampling = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var samples = timeline.Run(sampling.Token);
        var loop = plan.Rate is { } rate ? new OpenLoop(pairs, rate).Run(plan.WarmUp + plan.Seconds, cancellation) : Close(pairs);
        await Clock.Wait(plan.WarmUp, cancellation);
        measurement.Begin();
        counts.Measuring = true;
        if (fault is not null)
            await fault(plan.Seconds, cancellation);
        await Clock.Wait(Math.Max(0, plan.Seconds - Clock.Seconds(measurement.Began)), cancellation);
        counts.Measuring = false;
        _costs = await measurement.End();
        await sampling.CancelAsync();
        await samples;
        _timeline = timeline.Since(measurement.Began);
        await loop;
        foreach (var pair in pairs)
            pair.Answers = false;
    }

    public TalkResult Result(string system, TalkPlan plan, int conversations)
    {
        var costs = _costs ?? throw new InvalidOperationException("Nothing has been measured.");
        return new()
        {
            System = system,
            Loop = plan.Rate is { } rate ? $"open, {rate:N0}/s" : "closed",
            Conversations = conversations,
            Costs = costs,
            Delivered = counts.Delivered,
            Acknowledged = counts.Acknowledged,
            ToVisitors = counts.ToVisitors,
            ToAgents = counts.ToAgents,
            OneWay = Percentiles.Of(counts.OneWay),
            Timeline = _timeline,
            Limited = counts.Limited,
            Retried = counts.Retried,
            Refusals = [.. counts.Refusals.Distinct().Take(5)],
        };
    }

    private static Task Close(IReadOnlyList<Pair> pairs)
    {
        foreach (var pair in pairs)
        {
            pair.Answers = true;
            pair.Visitor.Due(Clock.Now);
        }
        return Task.CompletedTask;
    }
}
