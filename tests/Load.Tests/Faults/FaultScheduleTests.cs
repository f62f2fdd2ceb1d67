using Grainline.Load.Faults;

namespace Grainline.Load.Tests.Faults;

public sealed class FaultScheduleTests
{
    [Fact]
    public void Of_SameSeed_IsTheSameSchedule() => Assert.Equal(FaultSchedule.Of(7, 4, 100), FaultSchedule.Of(7, 4, 100));

    [Fact]
    public void Of_LongerRun_BeginsWithTheShorterOne()
    {
        var shorter = FaultSchedule.Of(7, 4, 50);
        Assert.Equal(shorter, FaultSchedule.Of(7, 4, 100).Take(shorter.Count));
    }

    [Fact]
    public void Of_OtherSeed_IsAnotherSchedule() => Assert.NotEqual(FaultSchedule.Of(7, 4, 100), FaultSchedule.Of(8, 4, 100));

    [Fact]
    public void Of_AnySeed_KeepsAboutTheAskedDistanceAndEndsInTime()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var last = 0.0;
            foreach (var strike in FaultSchedule.Of(seed, 4, 60))
            {
                Assert.InRange(strike.At - last, 3, 5);
                Assert.InRange(strike.At, 0, 60);
                last = strike.At;
            }
            Assert.InRange(60 - last, 0, 5);
        }
    }

    [Fact]
    public void Names_Each_CreatesAFault()
    {
        Assert.Equal(["clock-step", "cut", "disk-full", "kill", "pause", "read-only", "slow"], FaultSet.Names);
        Assert.Equal(FaultSet.Names.Length, FaultSet.Names.Select(name => FaultSet.Create(name).GetType()).Distinct().Count());
    }
}
