using Grainline.Load.Checking;

namespace Grainline.Load.Tests.Checking;

public sealed class LineWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly LineWatch _line = new("support", TimeSpan.FromSeconds(1));

    [Fact]
    public void Judge_InOrder_FindsNothing()
    {
        Offer("c1", since: 0, at: 10);
        Offer("c2", since: 5, at: 11);
        Assert.Empty(_line.Judge());
    }

    [Fact]
    public void Judge_LongerWaitingOfferedLater_IsOvertaken()
    {
        Offer("c2", since: 5, at: 10);
        Offer("c1", since: 0, at: 11);
        var found = Assert.Single(_line.Judge());
        Assert.Equal(Law.Overtaken, found.Law);
        Assert.StartsWith("c2", found.History[0], StringComparison.Ordinal);
        Assert.StartsWith("c1", found.History[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_SwappedWithinTheSlack_FindsNothing()
    {
        Offer("c2", since: 0.5, at: 10);
        Offer("c1", since: 0, at: 11);
        Assert.Empty(_line.Judge());
    }

    [Fact]
    public void Judge_OfferedAgainAfterALapse_FindsNothing()
    {
        Offer("c1", since: 0, at: 10);
        Offer("c2", since: 5, at: 11);
        Offer("c1", since: 0, at: 40);
        Assert.Empty(_line.Judge());
        Assert.Equal(3, _line.Offers);
    }

    [Fact]
    public void Judge_OneOvertakesMany_NamesEachOfThem()
    {
        Offer("c9", since: 9, at: 10);
        Offer("c1", since: 0, at: 11);
        Offer("c2", since: 3, at: 12);
        Assert.Equal(2, _line.Judge().Count());
    }

    private void Offer(string conversation, double since, double at) => _line.Note(new(conversation, Start.AddSeconds(since), Start.AddSeconds(at)));
}
