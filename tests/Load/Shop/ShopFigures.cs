using Grainline.Routing.Replay;

namespace Grainline.Load.Shop;

/// <summary>One policy on one seed, measured on the conversations after the first ones.</summary>
/// <param name="ComplexHandle">Mean seconds from assignment to resolution of complex topics.</param>
/// <param name="ComplexTotal">The same with the wait.</param>
/// <param name="Handle">Of all topics.</param>
/// <param name="Wait">Mean seconds of all.</param>
/// <param name="Fairness">Jain's index of the agents' occupancies over the whole run.</param>
/// <param name="Explored">Share of decisions, over the whole run, that deviated from the best known choice.</param>
internal sealed record ShopFigures(
    string Policy, int Seed, double ComplexHandle, double ComplexTotal, double Handle, double Wait, double WaitP95, double Occupancy, double Fairness,
    double Resolved, double Abandoned, double Explored)
{
    public static ShopFigures Of(string policy, ShopWorld world, Course course, int after)
    {
        Passage[] late = [.. course.Passages.Where(passage => passage.Index >= after)];
        Passage[] served = [.. late.Where(passage => passage.End == PassageEnd.Served)];
        Passage[] complex = [.. served.Where(passage => world.Topics[world.Visits[passage.Index].Topic].IsComplex)];
        double[] waits = [.. late.Select(passage => passage.Wait.TotalSeconds)];
        double[] occupancies = [.. course.Work.Select(work => work.Occupancy)];
        return new(
            policy, world.Plan.Seed,
            Sample.Mean([.. complex.Select(passage => passage.Handle.TotalSeconds)]),
            Sample.Mean([.. complex.Select(passage => (passage.Wait + passage.Handle).TotalSeconds)]),
            Sample.Mean([.. served.Select(passage => passage.Handle.TotalSeconds)]),
            Sample.Mean(waits), Sample.Quantile(waits, 0.95),
            course.Work.Sum(work => work.Busy.TotalSeconds) / course.Work.Sum(work => work.Staffed.TotalSeconds), Sample.Jain(occupancies),
            Sample.Mean([.. served.Select(passage => passage.Resolved ? 1.0 : 0.0)]), Sample.Mean([.. late.Select(passage => passage.End == PassageEnd.Abandoned ? 1.0 : 0.0)]),
            course.Decisions == 0 ? 0 : (double)course.Explored / course.Decisions);
    }
}
