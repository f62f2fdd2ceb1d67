using Grainline.Load.Checking;

namespace Grainline.Load.Tests.Checking;

public sealed class CapacityWatchTests
{
    private readonly CapacityWatch _watch = new("amy", 2);

    [Fact]
    public void Told_LoadWithinCapacity_FindsNothing()
    {
        _watch.Told(2, 2);
        Assert.Empty(_watch.Violations);
    }

    [Fact]
    public void Told_LoadAboveCapacity_IsOverCapacity()
    {
        _watch.Told(3, 2);
        Assert.Equal(Law.OverCapacity, Assert.Single(_watch.Violations).Law);
    }

    [Fact]
    public void Told_CapacityThatWasNeverGiven_IsOverCapacity()
    {
        _watch.Told(3, 3);
        Assert.Single(_watch.Violations);
    }

    [Fact]
    public void Assigned_OneTooMany_IsOverCapacityAndNamesWhatItHeld()
    {
        _watch.Assigned("c1");
        _watch.Assigned("c2");
        _watch.Assigned("c2");
        Assert.Empty(_watch.Violations);
        _watch.Assigned("c3");
        Assert.Equal(["amy with capacity 2 was given c3", "while it held c1, c2"], Assert.Single(_watch.Violations).History);
    }

    [Fact]
    public void Assigned_AfterOneLeft_FindsNothing()
    {
        _watch.Assigned("c1");
        _watch.Assigned("c2");
        _watch.Left("c1");
        _watch.Assigned("c3");
        Assert.Empty(_watch.Violations);
    }
}
