using Grainline.Load.Figures;
using Grainline.Load.Reporting;
using Grainline.Load.Visits;

namespace Grainline.Load.Tests.Reporting;

/// <summary>Runs with figures that a test can foresee.</summary>
internal static class Sample
{
    public static RunFigures Talk(string system, long delivered, double cpu, params ProcessCost[] others) => new()
    {
        System = system,
        Workload = "closed loop",
        Conversations = 200,
        Costs = new(10, [new("server", cpu, 1_048_576), .. others], 2_097_152, Pauses.Of([new(1, 2), new(2, 4), new(3, 12)]), 0.1, 0.25),
        Delivered = delivered,
        OneWay = new(delivered, 1, 5, 20, 40, [new(0.5, 1), new(0.9, 2), new(0.99, 5), new(0.999, 20)]),
        Timeline = [new(-1.01, 500, 1), new(-0.02, 900, 1), new(0.98, 1_000, 1), new(1.99, 1_010, null)],
    };

    public static RunFigures Kills(string system) => Talk(system, 100_000, 8) with
    {
        Faults = [new(3.61, "killed with SIGKILL and started again", 0, 2.5), new(7.2, "killed with SIGKILL and started again", 1_200, 4.25)],
    };

    public static RunFigures Surge() => Talk("grainline", 10_000, 8) with
    {
        Workload = "surge",
        OneWay = null,
        Visits = Visits(4, notOpened: 1),
        Surge = new([new("before", 3, Visits(1, notOpened: 0)), new("spike", 30, new(3, 3, default, default, default))], 0.25, 12.5, 9, 0),
    };

    public static RunFigures Dialogues() => Talk("grainline", 10_000, 8) with
    {
        Workload = "dialogues",
        OneWay = null,
        Visits = Visits(4, notOpened: 0),
        Dialogues = new([new("tuikuan", "zh-CN", "closed", 4, new(1, 3, 4.7), new(1, 2, 22))], 20, 2, 1, 8, 7),
    };

    public static VisitFigures Visits(int arrivals, int notOpened) => new(arrivals, notOpened, new(3, 0.1, 0.2, 0.3), new(3, 1, 2, 3), new(3, 1.1, 2.1, 3.1));

    public static RunFigures Idle(string system, double bytes) => new()
    {
        System = system,
        Workload = "idle",
        Sockets = 2_000,
        Costs = new(13, [new("server", 0.5, 1_048_576)], 1_048_576, null, 0, 0.01),
        BytesPerSocket = bytes,
        ConnectsPerSecond = 1_000,
        SocketsLost = 0,
    };
}
