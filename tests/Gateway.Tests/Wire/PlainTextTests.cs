namespace Grainline.Gateway.Tests.Wire;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("Where is my order? ~!", true)]
    [InlineData("Two lines\nand a\ttab", true)]
    [InlineData("Grüße \U0001F600 and more", true)]
    [InlineData("plain, then a bell\a", false)]
    [InlineData("\u0000", false)]
    [InlineData("é then \u007f", false)]
    public void IsClean_Text_OnlyWholeCharactersWithoutControls(string text, bool clean) => Assert.Equal(clean, PlainText.IsClean(text));

    // Not as data of a theory: half a pair does not survive the way into a test's name.
    [Fact]
    public void IsClean_HalfAPair_IsNot()
    {
        Assert.False(PlainText.IsClean("half a pair \ud83d"));
        Assert.False(PlainText.IsClean("\ude00 the other half"));
    }
}
