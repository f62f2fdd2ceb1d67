using System.CommandLine;
using Grainline.Load.Commands;

namespace Grainline.Load.Tests.Commands;

public sealed class FaultOptionsTests
{
    [Theory]
    [InlineData("--start silo.dll --fault pause", null)]
    [InlineData("--start silo.dll --kill-every 3", null)]
    [InlineData("--start silo.dll --fault storm", "storm")]
    [InlineData("--start silo.dll --fault cut --kill-every 3", "Name either --fault or --kill-every.")]
    [InlineData("--url http://127.0.0.1:1 --login a --password b --fault cut", "Faults need --start")]
    [InlineData("--start silo.dll --fault cut --fault-every 0", "--fault-every is more than 0.")]
    [InlineData("--start silo.dll --kill-every -1", "--kill-every is more than 0.")]
    public void Parse_Options_AreRefusedWithTheReason(string line, string? error)
    {
        var errors = TalkCommand.Create().Parse(line).Errors.Select(one => one.Message).ToArray();
        if (error is null)
            Assert.Empty(errors);
        else
            Assert.Contains(errors, message => message.Contains(error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--kill-every 3", "kill", 3)]
    [InlineData("--fault slow --fault-every 7", "slow", 7)]
    public void Read_EitherForm_IsAPlan(string line, string name, double every)
    {
        var (options, command) = (new FaultOptions(), new Command("run") { new Option<string>("--start") });
        options.AddTo(command);
        var plan = options.Read(command.Parse($"--start silo.dll {line}"));
        Assert.Equal((name, every), (plan!.Name, plan.Every));
    }

    [Fact]
    public void Read_Nothing_IsNoFault()
    {
        var (options, command) = (new FaultOptions(), new Command("run"));
        options.AddTo(command);
        Assert.Null(options.Read(command.Parse("")));
    }
}
