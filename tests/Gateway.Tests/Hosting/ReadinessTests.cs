using Grainline.Gateway.Hosting;

namespace Grainline.Gateway.Tests.Hosting;

public sealed class ReadinessTests
{
    private readonly Readiness _readiness = new();

    [Fact]
    public void Reason_OfALife_FollowsIt()
    {
        Assert.Equal("starting", _readiness.Reason);
        _readiness.Reaches(1);
        Assert.Equal("starting", _readiness.Reason);
        _readiness.Started();
        Assert.True(_readiness.IsReady);
        _readiness.Reaches(0);
        Assert.Equal("alone", _readiness.Reason);
        _readiness.Reaches(2);
        Assert.Null(_readiness.Reason);
        _readiness.Draining();
        Assert.Equal("draining", _readiness.Reason);
        Assert.False(_readiness.IsReady);
    }
}
