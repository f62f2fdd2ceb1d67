using Grainline.Load.Checking;
using Grainline.Load.Faults;
using Grainline.Load.Talk;

namespace Grainline.Load.Tests.Faults;

public sealed class PairRecoveryTests
{
    private const long End = 100;

    private readonly Pair _pair = new("c1", new());
    private readonly PairRecovery _recovery;

    public PairRecoveryTests()
    {
        _recovery = new(_pair, End);
        _pair.Visitor.Connect(new Silence());
    }

    [Fact]
    public void IsWhole_NothingWasDue_IsTrue() => Assert.True(_recovery.IsWhole);

    [Fact]
    public void IsWhole_DueBeforeTheEndAndNotAcknowledged_IsFalse()
    {
        _pair.Visitor.Due(End - 1);
        Assert.False(_recovery.IsWhole);
    }

    [Fact]
    public void IsWhole_DueAfterTheEnd_DoesNotCount()
    {
        _pair.Visitor.Due(End + 1);
        Assert.True(_recovery.IsWhole);
    }

    [Fact]
    public void IsWhole_AcknowledgedButSeenByOneSideOnly_IsFalse()
    {
        _pair.Visitor.Due(End - 1);
        _pair.Visitor.Acknowledged(1);
        _pair.VisitorView.View.Push(new(1, 0, new(Side.Visitor, 1)));
        Assert.False(_recovery.IsWhole);
        _pair.AgentView.View.Push(new(1, 0, new(Side.Visitor, 1)));
        Assert.True(_recovery.IsWhole);
    }

    private sealed class Silence : IPoster
    {
        public void Post(Seat seat, PostId post, long due)
        {
        }
    }
}
