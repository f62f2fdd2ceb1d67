using System.CommandLine;
using Grainline.Load.Commands;

namespace Grainline.Load.Tests.Commands;

public sealed class TargetOptionsTests
{
    private const string Server = "--url http://127.0.0.1:1 --login a --password b";

    [Fact]
    public void Read_SeveralProcesses_AreToldByTheirNames()
    {
        var (options, command) = Target();
        var plan = options.Read(command.Parse($"{Server} --pid silo={Environment.ProcessId} gateway={Environment.ProcessId} --pid {Environment.ProcessId}"));
        Assert.Equal(["silo", "gateway", "server"], plan.Running.Select(root => root.Name));
        Assert.All(plan.Running, root => Assert.True(root.IsDotNet && root.Pid == Environment.ProcessId));
    }

    [Theory]
    [InlineData("--pid 999999999", "there is no process '999999999' here")]
    [InlineData("--pid silo=", "there is no process 'silo=' here")]
    [InlineData("--start silo.dll", "Name either --start or --url.")]
    public void Parse_WhatCannotBeMeasured_IsRefused(string more, string reason) =>
        Assert.Contains(Target().Command.Parse($"{Server} {more}").Errors, error => error.Message.Contains(reason, StringComparison.Ordinal));

    private static (TargetOptions Options, Command Command) Target()
    {
        var (options, command) = (new TargetOptions(), new Command("run"));
        options.AddTo(command);
        return (options, command);
    }
}
