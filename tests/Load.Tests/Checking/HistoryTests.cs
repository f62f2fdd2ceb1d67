using Grainline.Load.Checking;

namespace Grainline.Load.Tests.Checking;

/// <summary>A broken server is caught, each kind of breakage by its own law, and an honest one is left alone.</summary>
public sealed class HistoryTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Judge_HonestServer_FindsNothing()
    {
        _scene.PostToAll("v1", "a1", "v2");
        Assert.Empty(_scene.Judge());
    }

    [Fact]
    public void Judge_PushLostButSynced_FindsNothing()
    {
        _scene.Post("v1", _scene.Visitor);
        _scene.Post("a1", _scene.Visitor);
        Assert.Equal(Step.Gap, Scene.Push(_scene.Agent, 2, 1, "a1"));
        _scene.Sync(_scene.Agent);
        Assert.Empty(_scene.Judge());
    }

    [Fact]
    public void Judge_PushRepeated_IsDroppedAndCounted()
    {
        _scene.PostToAll("v1");
        Assert.Equal(Step.Repeated, Scene.Push(_scene.Agent, 1, 0, "v1"));
        Assert.Equal(1, _scene.Agent.Repeated);
        Assert.Empty(_scene.Judge());
    }

    [Fact]
    public void Judge_PostNotAcknowledgedButSeen_FindsNothing()
    {
        var seq = _scene.Store("v1");
        Scene.Push(_scene.Visitor, seq, 0, "v1");
        Scene.Push(_scene.Agent, seq, 0, "v1");
        Assert.Empty(_scene.Judge());
    }

    [Fact]
    public void Judge_AcknowledgedNeverStored_IsLost()
    {
        _scene.PostToAll("v1");
        _scene.Acknowledge("v2", 2);
        var found = _scene.Judge();
        Assert.Equal(3, found.Length);
        Assert.All(found, violation => Assert.Equal(Law.Lost, violation.Law));
        Assert.Equal(["post v2 was acknowledged as seq 2", "visitor saw seq 1 prev 0 post v1 and then nothing more"], found[0].History);
    }

    [Fact]
    public void Judge_PageLeavesOneOut_IsLostForThatViewer()
    {
        _scene.Post("v1", _scene.Visitor);
        _scene.Post("v2", _scene.Visitor);
        _scene.Sync(_scene.Agent, page => page.Where(entry => entry.Post != "v1"));
        var found = Assert.Single(_scene.Judge());
        Assert.Equal(Law.Lost, found.Law);
        Assert.Contains("agent saw nothing and then seq 2", found.History[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_PushHidesItsPredecessor_IsLost()
    {
        _scene.Post("v1", _scene.Visitor);
        var seq = _scene.Post("a1", _scene.Visitor);
        // The chain claims that there was nothing before.
        Assert.Equal(Step.Applied, Scene.Push(_scene.Agent, seq, 0, "a1"));
        Assert.Equal(Law.Lost, Assert.Single(_scene.Judge()).Law);
    }

    [Fact]
    public void Judge_StoredTwice_IsDoubled()
    {
        _scene.PostToAll("v1");
        var again = _scene.Store("v1");
        Scene.Push(_scene.Visitor, again, 1, "v1");
        Scene.Push(_scene.Agent, again, 1, "v1");
        var found = _scene.Judge();
        Assert.Equal(3, found.Length);
        Assert.All(found, violation => Assert.Equal(Law.Doubled, violation.Law));
    }

    [Fact]
    public void Judge_AcknowledgedTwiceDifferently_IsDoubled()
    {
        _scene.PostToAll("v1", "a1");
        _scene.Acknowledge("v1", 2);
        Assert.Equal(Law.Doubled, Assert.Single(_scene.Judge()).Law);
    }

    [Fact]
    public void Judge_SendersOrderSwapped_IsReordered()
    {
        _scene.PostToAll("v2", "v1");
        var found = _scene.Judge();
        Assert.Equal(3, found.Length);
        Assert.All(found, violation => Assert.Equal(Law.Reordered, violation.Law));
    }

    [Fact]
    public void Judge_PageDoesNotContinue_IsReordered()
    {
        _scene.PostToAll("v1");
        _scene.Agent.Page(new(3, 2, PostId.Parse("v3"u8)));
        Assert.Contains(_scene.Judge(), violation => violation.Law == Law.Reordered && violation.History[1].Contains("seq 3 prev 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_OneSeqTwoMeanings_Differs()
    {
        var seq = _scene.Store("v1");
        Scene.Push(_scene.Visitor, seq, 0, "v1");
        Scene.Push(_scene.Agent, seq, 0, "a1");
        Assert.Equal(Law.Differs, Assert.Single(_scene.Judge()).Law);
    }

    [Fact]
    public void Judge_SeenElsewhereThanAcknowledged_Differs()
    {
        var seq = _scene.Store("v1");
        _scene.Acknowledge("v1", 7);
        Scene.Push(_scene.Visitor, seq, 0, "v1");
        Scene.Push(_scene.Agent, seq, 0, "v1");
        var found = _scene.Judge();
        Assert.Equal(3, found.Length);
        Assert.All(found, violation => Assert.Equal(Law.Differs, violation.Law));
    }
}
