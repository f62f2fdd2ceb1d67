using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>The measured part of a run: warm-up, then counting, then silence.</summary>
/// <param name="figures">Of the server's process, if it can be seen.</param>
internal sealed class Window(TalkCounts counts, Func<ProcessFigures?> figures)
{
    private ProcessFigures? _before, _after;
    private double _toolBefore, _toolAfter, _seconds;

    public async Task Measure(IReadOnlyList<Pair> pairs, TalkPlan plan, Func<double, CancellationToken, Task>? fault, CancellationToken cancellation)
    {
        var total = plan.WarmUp + plan.Seconds;
        var loop = plan.Rate is { } rate ? new OpenLoop(pairs, rate).Run(total, cancellation) : Close(pairs);
        await Clock.Wait(plan.WarmUp, cancellation);
        (_before, _toolBefore) = (figures(), ProcessFigures.Of(Environment.ProcessId).CpuSeconds);
        var began = Clock.Now;
        counts.Measuring = true;
        if (fault is not null)
            await fault(plan.Seconds, cancellation);
        await Clock.Wait(Math.Max(0, plan.Seconds - Clock.Seconds(began)), cancellation);
        counts.Measuring = false;
        _seconds = Clock.Seconds(began);
        (_after, _toolAfter) = (figures(), ProcessFigures.Of(Environment.ProcessId).CpuSeconds);
        await loop;
        foreach (var pair in pairs)
            pair.Answers = false;
    }

    public TalkResult Result(string system, TalkPlan plan, int conversations)
    {
        var cpu = _after?.CpuSeconds - _before?.CpuSeconds;
        return new()
        {
            System = system,
            Loop = plan.Rate is { } rate ? $"open, {rate:N0}/s" : "closed",
            Conversations = conversations,
            Seconds = _seconds,
            Delivered = counts.Delivered,
            Acknowledged = counts.Acknowledged,
            ToVisitors = counts.ToVisitors,
            ToAgents = counts.ToAgents,
            DeliveredPerSecond = counts.Delivered / _seconds,
            P50 = counts.OneWay.At(0.5) / 1e6,
            P99 = counts.OneWay.At(0.99) / 1e6,
            P999 = counts.OneWay.At(0.999) / 1e6,
            Worst = counts.OneWay.Max / 1e6,
            CpuSecondsPer100K = cpu * 100_000 / Math.Max(1, counts.Delivered),
            CpuShare = cpu / _seconds,
            ResidentBytes = _after?.ResidentBytes,
            ToolCpuShare = (_toolAfter - _toolBefore) / _seconds,
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
