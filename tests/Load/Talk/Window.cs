using System.Globalization;
using Grainline.Load.Figures;

namespace Grainline.Load.Talk;

/// <summary>The measured part of a run: warm-up, then counting, then silence.</summary>
/// <param name="measured">Processes of the server, if they can be seen.</param>
internal sealed class Window(TalkCounts counts, IMeasured measured)
{
    // How long the open loop plans ahead; it is stopped when measuring is over.
    private const double Longest = 1e6;

    private Costs? _costs;
    private Sample[] _timeline = [];

    public async Task Measure(IReadOnlyList<Pair> pairs, TalkPlan plan, Func<double, CancellationToken, Task>? fault, CancellationToken cancellation)
    {
        using var measurement = new Measurement(measured, () => counts.Ever);
        await measurement.Attach();
        using var talking = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var loop = plan.Rate is { } rate ? new OpenLoop(pairs, rate).Run(Longest, talking.Token) : Close(pairs);
        await Clock.Wait(plan.WarmUp, cancellation);
        await Compiler.WaitForRest(measured, plan.WarmUpLimit - plan.WarmUp, cancellation);
        measurement.Begin();
        counts.Measuring = true;
        if (fault is not null)
            await fault(plan.Seconds, cancellation);
        await Clock.Wait(Math.Max(0, plan.Seconds - Clock.Seconds(measurement.Began)), cancellation);
        counts.Measuring = false;
        await talking.CancelAsync();
        (_costs, _timeline) = (await measurement.End(), measurement.Samples);
        await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loop.Exception is { } broken)
            throw broken;
        cancellation.ThrowIfCancellationRequested();
        foreach (var pair in pairs)
            pair.Answers = false;
    }

    public TalkResult Result(string system, TalkPlan plan, int conversations)
    {
        var costs = _costs ?? throw new InvalidOperationException("Nothing has been measured.");
        return new()
        {
            System = system,
            Loop = plan.Rate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"at {rate:N0}/s") : "closed loop",
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
