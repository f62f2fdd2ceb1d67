using Grainline.Load.Reporting;

namespace Grainline.Load.Tests.Reporting;

public sealed class DetailTableTests
{
    [Fact]
    public void Of_TalkWithoutFaults_IsNothing() => Assert.Empty(DetailTable.Of([Sample.Talk("grainline", 1, 1)]));

    [Fact]
    public void Of_Faults_HasARowForEach()
    {
        var table = Assert.Single(DetailTable.Of([Sample.Kills("grainline")]));
        Assert.Equal(["killed with SIGKILL and started again", "7.2", "1,200", "4.25"], table.Rows[1]);
    }

    [Fact]
    public void Of_Surge_HasARowForEachPhaseAndNoWaitWhereNobodyCameThrough()
    {
        var table = Assert.Single(DetailTable.Of([Sample.Surge()]));
        Assert.Equal(["before", "3", "1", "0", "0.10 / 0.20 / 0.30", "1.00 / 2.00 / 3.00", "1.10 / 2.10 / 3.10"], table.Rows[0]);
        Assert.Equal(["spike", "30", "3", "3", "", "", ""], table.Rows[1]);
    }

    [Fact]
    public void Of_Dialogues_HasARowForEach()
    {
        var table = Assert.Single(DetailTable.Of([Sample.Dialogues()]));
        Assert.Equal(["tuikuan", "zh-CN", "closed", "4", "3, 4.7", "2, 22"], Assert.Single(table.Rows));
    }

    [Fact]
    public void Of_AnyWorkload_HasAsManyCellsAsColumns() =>
        Assert.All(
            new[] { Sample.Kills("grainline"), Sample.Surge(), Sample.Dialogues() }.SelectMany(run => DetailTable.Of([run])),
            table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
}
