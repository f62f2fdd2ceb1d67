using Grainline.Routing;

namespace Grainline.Tests.Routing;

public sealed class WaitEstimateTests
{
    [Fact]
    public void Seconds_WithoutHistoryOrStaff_PromisesNothing()
    {
        var estimate = new WaitEstimate();
        estimate.Restore(QueueBook.Empty, At(0));
        estimate.Staffed(2, At(0));
        Assert.Null(estimate.Seconds(1, At(0)));
        Leave(estimate, 10, 20, 30);
        Assert.NotNull(estimate.Seconds(1, At(30)));
        estimate.Staffed(0, At(30));
        Assert.Null(estimate.Seconds(1, At(30)));
    }

    [Fact]
    public void Seconds_HalfTheStaffGone_DoublesTheWait()
    {
        var estimate = new WaitEstimate();
        estimate.Restore(QueueBook.Empty, At(0));
        estimate.Staffed(4, At(0));
        Leave(estimate, 10, 20, 30, 40);
        var before = estimate.Seconds(4, At(50))!.Value;
        estimate.Staffed(2, At(50));
        Assert.Equal(40, before);
        Assert.Equal(2 * before, estimate.Seconds(4, At(50)));
    }

    [Fact]
    public void Seconds_LineThatStandsStill_GrowsWithTime()
    {
        var estimate = new WaitEstimate();
        estimate.Restore(QueueBook.Empty, At(0));
        estimate.Staffed(1, At(0));
        Leave(estimate, 10, 20, 30);
        Assert.True(estimate.Seconds(1, At(300)) > estimate.Seconds(1, At(40)));
        Assert.Null(estimate.Seconds(1, At(31 * 60)));
    }

    [Fact]
    public void Restore_FromTheBook_GoesOnWhereTheLastActivationWas()
    {
        var book = QueueBook.Empty;
        for (var minute = 0; minute < 10; minute++)
            book = book.Add(At(minute * 60), new(At(0)) { Answered = 2, CapacitySeconds = 120 });
        var estimate = new WaitEstimate();
        estimate.Restore(book, At(600));
        estimate.Staffed(2, At(600));
        Assert.InRange(estimate.Seconds(1, At(600))!.Value, 25, 35);
    }

    private static void Leave(WaitEstimate estimate, params int[] seconds)
    {
        foreach (var second in seconds)
            estimate.Departed(At(second));
    }

    private static DateTimeOffset At(int seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
}
