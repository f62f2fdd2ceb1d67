using Grainline.Load.Figures;

namespace Grainline.Load.Tests.Figures;

public sealed class ProcStatTests
{
    [Fact]
    public void Parse_NameWithBracketsAndSpaces_CountsFieldsFromBehindIt()
    {
        var stat = ProcStat.Parse("4711 (.NET (x) 1) S 99 4711 4711 0 -1 4194560 1 2 3 4 250 50 7 3 20 0 21 0 123 456 789");
        Assert.Equal((4711, 99, ".NET (x) 1"), (stat.Pid, stat.Parent, stat.Name));
    }

    [Fact]
    public void Parse_EndedChildren_AddTheirTimeToTheParents()
    {
        var stat = ProcStat.Parse("1 (postgres) S 0 1 1 0 -1 0 1 2 3 4 250 50 7 3 20 0 21 0 123");
        Assert.Equal(3.10, stat.CpuSeconds, 6);
    }

    [Fact]
    public void Parse_Status_TellsOwnAndSharedPages()
    {
        var memory = ProcMemory.Parse(["VmRSS:\t    60 kB", "RssAnon:\t      10 kB", "RssFile:\t      20 kB", "RssShmem:\t      30 kB"]);
        Assert.Equal((10 * 1024, 50 * 1024, 60 * 1024), (memory.Own, memory.Shared, memory.Resident));
    }

    [Fact]
    public void Parse_StatusOfAnEndedProcess_IsNothing() => Assert.Equal(0, ProcMemory.Parse([""]).Resident);

    [Theory]
    [InlineData("dotnet", "dotnet\0Server.dll\0", "dotnet")]
    [InlineData("postgres", "postgres: walwriter \0", "walwriter")]
    [InlineData("postgres", "postgres: load postgres [local] INSERT\0\0\0", "database session")]
    [InlineData("postgres", "postgres: load postgres 127.0.0.1(40312) idle", "database session")]
    [InlineData("postgres", "postgres: autovacuum worker postgres", "autovacuum worker")]
    [InlineData("postgres", "postgres: autovacuum launcher ", "autovacuum launcher")]
    public void Of_CommandLine_TellsWhatTheProcessDoes(string program, string commandLine, string title) =>
        Assert.Equal(title, ProcessTitle.Of(program, commandLine));
}
