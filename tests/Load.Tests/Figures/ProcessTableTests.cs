using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class ProcessTableTests
{
    [Fact]
    public void Since_SameProcesses_TellsEachOnesShare()
    {
        var costs = Table((1, 0, "server", 12), (2, 1, "session", 7)).Since(Table((1, 0, "server", 10), (2, 1, "session", 2)));
        Assert.Equal([("session", 5.0), ("server", 2.0)], costs.Select(cost => (cost.Name, cost.CpuSeconds)));
    }

    [Fact]
    public void Since_NewProcess_CountsFromItsBeginning() =>
        Assert.Equal(3, Table((1, 0, "server", 1), (2, 1, "worker", 3)).Since(Table((1, 0, "server", 1))).Single(cost => cost.Name == "worker").CpuSeconds);

    [Fact]
    public void Since_ChildEnded_TakesItsFormerTimeOffItsParent()
    {
        // The child had used 4, used 1 more and ended: its parent has 5 more than before, of which 1 is of this time.
        var cost = Assert.Single(Table((1, 0, "server", 15)).Since(Table((1, 0, "server", 10), (2, 1, "worker", 4))));
        Assert.Equal(("server", 1.0), (cost.Name, cost.CpuSeconds));
    }

    [Fact]
    public void Since_ServerKilledAndBack_CountsBothLives()
    {
        // 10 before, killed at 13; its successor has used 2 and tells the 13 as well.
        var cost = Assert.Single(Table((9, 0, "server", 15)).Since(Table((1, 0, "server", 10))));
        Assert.Equal(5, cost.CpuSeconds);
    }

    [Fact]
    public void Since_SeveralWithOneName_AddsThemUp()
    {
        var cost = Assert.Single(Table((1, 0, "session", 3), (2, 0, "session", 4)).Since(new([])));
        Assert.Equal((7.0, 2 * 110L), (cost.CpuSeconds, cost.ResidentBytes));
    }

    [Fact]
    public void ResidentBytes_SharedPages_CountOnce() => Assert.Equal(10 + 10 + 100, Table((1, 0, "a", 0), (2, 1, "b", 0)).ResidentBytes);

    [Fact]
    public void Of_Nothing_IsEmpty() => Assert.Empty(ProcessTable.Of([]).Rows);

    [Fact]
    public void Of_ProcessThatIsGone_IsEmpty() => Assert.Empty(ProcessTable.Of([new("server", int.MaxValue)]).Rows);

    [Fact]
    public void Of_ThisProcess_TellsItUnderItsName()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc here.");
        var row = ProcessTable.Of([new("tests", Environment.ProcessId, FormerCpuSeconds: 1_000)]).Rows[0];
        Assert.Equal("tests", row.Name);
        Assert.True(row.CpuSeconds >= 1_000 && row.Memory.Resident > 0);
    }

    private static ProcessTable Table(params (int Pid, int Parent, string Name, double Cpu)[] rows) =>
        new([.. rows.Select(row => new ProcessRow(row.Pid, row.Parent, row.Name, row.Cpu, new(10, 100)))]);
}
