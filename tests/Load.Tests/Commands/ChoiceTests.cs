using System.CommandLine;
using Grainline.Load.Commands;

namespace Grainline.Load.Tests.Commands;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("talk --characters 16", "--characters is 17 to 8000.")]
    [InlineData("talk --capacity 101", "--capacity is 1 to 100.")]
    [InlineData("talk --rate 0", "--rate is more than 0.")]
    [InlineData("talk --warm-up -1", "--warm-up is 0 or more.")]
    [InlineData("idle --sockets 200", "--sockets is 201 or more.")]
    [InlineData("storm --sockets 0", "--sockets is more than 0.")]
    [InlineData("surge --spike 0", "--spike is more than 0.")]
    [InlineData("dialogues --pace 0", "--pace is more than 0.")]
    [InlineData("compare --rounds 0", "--rounds is more than 0.")]
    [InlineData("shop --seeds 1", "--seeds is 2 or more: one shop has no confidence interval.")]
    public void Parse_NumberOutOfRange_IsRefusedWithTheRange(string line, string error) => Assert.Equal([error], Errors(line));

    [Theory]
    [InlineData("talk --rate 1 --characters 17 --capacity 100 --warm-up 0")]
    [InlineData("talk")]
    [InlineData("idle --sockets 201")]
    public void Parse_NumberInRange_IsTaken(string line) => Assert.Empty(Errors(line));

    private static string[] Errors(string line)
    {
        Command[] all = [TalkCommand.Create(), IdleCommand.Create(), StormCommand.Create(), SurgeCommand.Create(), DialoguesCommand.Create(), CompareCommand.Create(), ShopCommand.Create()];
        var command = all.Single(one => one.Name == line.Split(' ')[0]);
        var target = command.Options.Any(option => option.Name == "--start") ? " --start silo.dll" : "";
        return [.. command.Parse(line[command.Name.Length..] + target).Errors.Select(one => one.Message)];
    }
}
