using Grainline.Load.Visits;

namespace Grainline.Load.Tests.Visits;

public sealed class WaitRecoveryTests
{
    private const double SpikeEnd = 80, Usual = 1;

    [Fact]
    public void After_NobodyWaitedLonger_IsZero() => Assert.Equal(0, Recovery((10, 0.1), (70, 0.9), (90, 0.1)));

    [Fact]
    public void After_ALineThatOutlivesTheSpike_EndsWithItsLastOffer() => Assert.Equal(14, Recovery((10, 0.1), (75, 15), (82, 12), (95, 0.5)));

    [Fact]
    public void After_ALineThatEndsWithinTheSpike_IsZero() => Assert.Equal(0, Recovery((30, 20), (90, 0.1)));

    [Fact]
    public void After_TheLastToComeStillWaits_IsUnknown() => Assert.Null(Recovery((75, 15), (95, 4)));

    [Fact]
    public void After_NobodyWasOffered_IsUnknown() => Assert.Null(WaitRecovery.After(SpikeEnd, Usual, [VisitResult.NotOpened(new(1, 0, 1), "503")]));

    private static double? Recovery(params (double At, double Offered)[] visits) => WaitRecovery.After(
        SpikeEnd, Usual, [.. visits.Select(visit => new VisitResult(new(visit.At, 0, 1), 0, visit.Offered, visit.Offered, null, 0, 0, 0, []))]);
}
