using Grainline.Load.Checking;
using Grainline.Load.Talk;
using Grainline.Load.Visits;

namespace Grainline.Load.Tests.Visits;

public sealed class TurnStatisticsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("ok", 1)]
    [InlineData("can't, won't - no!", 3)]
    [InlineData("order GL-20418 please", 3)]
    [InlineData("我的快递", 4)]
    [InlineData("订单 20260418776,谢谢", 5)]
    [InlineData("???", 0)]
    public void Words_AnyScript_AreCounted(string text, int words) => Assert.Equal(words, TurnStatistics.Words(text));

    [Fact]
    public void Of_OneSide_CountsTurnsOfADialogueAndWordsOfATurn()
    {
        var dialogue = new Dialogue("d", "en", null, 1, [Turn(Side.Visitor, "one", "two three"), Turn(Side.Agent, "four"), Turn(Side.Visitor, "five")], Ending.Resolved);
        Assert.Equal(new(1, 2, 2), TurnStatistics.Of([dialogue], Side.Visitor));
        Assert.Equal(new(1, 1, 1), TurnStatistics.Of([dialogue], Side.Agent));
    }

    private static Turn Turn(Side by, params string[] texts) => new(by, 0, 0, 0, [.. texts.Select(text => new Line(text, []))]);
}
