using System.CommandLine;
using Grainline.Load.Commands;

namespace Grainline.Load.Tests.Commands;

public sealed class FaultOptionsTests
{
    [Theory]
    [InlineData("--start silo.dll --fault pause", null)]
    [InlineData("--start silo.dll --fault storm", "storm")]
    [InlineData("--url http://127.0.0.1:1 --login a --password b --fault cut", "--fault needs --start")]
    [InlineData("--start silo.dll --fault cut --fault-every 0", "--fault-every is more than 0.")]
    [InlineData("--start silo.dll --fault cut --fault-seconds -1", "--fault-seconds is more than 0.")]
    public void Parse_Options_AreRefusedWithTheReason(string line, string? error)
    {
        var errors = TalkCommand.Create().Parse(line).Errors.Select(one => one.Message).ToArray();
        if (error is null)
            Assert.Empty(errors);
        else
            Assert.Contains(errors, message => message.Contains(error, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AFault_IsAPlan()
    {
        var (options, command) = (new FaultOptions(), new Command("run") { new Option<string>("--start") });
        options.AddTo(command);
        Assert.Equal(new("slow", 7, 2), options.Read(command.Parse("--start silo.dll --fault slow --fault-every 7")));
    }

    [Fact]
    public void Read_Nothing_IsNoFault()
    {
        var (options, command) = (new FaultOptions(), new Command("run"));
        options.AddTo(command);
        Assert.Null(options.Read(command.Parse("")));
    }
}
