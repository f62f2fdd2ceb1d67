using Grainline.Load.Checking;
using Grainline.Load.Talk;
using Grainline.Load.Visits;

namespace Grainline.Load.Tests.Visits;

public sealed class DialogueReaderTests
{
    [Fact]
    public void Read_EveryPart_IsTaken()
    {
        var dialogue = Read(
            """
            language: zh-CN
            subject: 退款
            weight: 2.5
            turns:
              - by: visitor
                gap: 1.5
                say: [在吗, 想退款]
                attach:
                  - {name: 吊牌.jpg, type: image/jpeg, bytes: 1024}
              - by: agent
                after: 4
                typing: 3
                say: 您好
            ends: left
            """);
        Assert.Equal(("script", "zh-CN", "退款", 2.5, Ending.Left), (dialogue.Name, dialogue.Language, dialogue.Subject, dialogue.Weight, dialogue.Ends));
        var (burst, answer) = (dialogue.Turns[0], dialogue.Turns[1]);
        Assert.Equal((Side.Visitor, 0, 0, 1.5), (burst.By, burst.After, burst.Typing, burst.Gap));
        Assert.Equal(["在吗", "想退款"], burst.Lines.Select(line => line.Text));
        Assert.Empty(burst.Lines[0].Attachments);
        Assert.Equal(new Attachment("吊牌.jpg", "image/jpeg", 1024), Assert.Single(burst.Lines[1].Attachments));
        Assert.Equal((Side.Agent, 4, 3), (answer.By, answer.After, answer.Typing));
    }

    [Fact]
    public void Read_OnlyWhatIsNeeded_EndsResolved()
    {
        var dialogue = Read("language: en\nturns: [{by: visitor, say: hi}]");
        Assert.Equal((Ending.Resolved, 1, null), (dialogue.Ends, dialogue.Weight, dialogue.Subject));
    }

    [Theory]
    [InlineData("language: en\nturns:\n  - by: robot\n    say: hi", "script.yaml:3: \"robot\" is none of visitor, agent.")]
    [InlineData("language: en\nturns:\n  - by: visitor\n    sya: hi", "script.yaml:4: \"sya\" means nothing here")]
    [InlineData("language: en\nturns:\n  - by: visitor", "script.yaml:3: \"say\" is missing.")]
    [InlineData("language: en\nturns:\n  - by: visitor\n    say: hi\n    after: soon", "script.yaml:5: \"soon\" is no number")]
    [InlineData("language: en\nturns:\n  - by: visitor\n    say: hi\n    after: -3", "script.yaml:5: \"-3\" is no number")]
    [InlineData("language: en\nturns: []", "script.yaml:2: A dialogue has at least one turn.")]
    [InlineData("turns: [{by: visitor, say: hi}]", "script.yaml:1: \"language\" is missing.")]
    [InlineData("language: en\nturns: [{by: visitor, say: hi}]\nends: happily", "script.yaml:3: \"happily\" is none of resolved, closed, left.")]
    [InlineData("language: en\nturns:\n  - just words", "script.yaml:3: Names with values are expected.")]
    [InlineData("language: en\nturns:\n  - by: visitor\n    say:", "script.yaml:4: A text is expected.")]
    [InlineData("language: en\nturns: [}\nends: left", "script.yaml:2: ")]
    [InlineData("", "script.yaml:1: One file holds one dialogue.")]
    public void Read_Wrong_NamesFileAndLine(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<DialogueException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadFile_Samples_AreReadAndShowEveryPattern()
    {
        Dialogue[] samples = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Dialogues"), "*.yaml").Select(DialogueReader.ReadFile)];
        Assert.Equal(["en", "zh-CN"], samples.Select(sample => sample.Language).Distinct().Order());
        Assert.Equal(Enum.GetValues<Ending>(), samples.Select(sample => sample.Ends).Distinct().Order());
        Turn[] turns = [.. samples.SelectMany(sample => sample.Turns)];
        Assert.Contains(turns, turn => turn.Lines.Count > 2);
        Assert.Contains(turns, turn => turn.Typing > 0);
        Assert.Contains(turns, turn => turn.By == Side.Visitor && turn.Lines.Any(line => line.Attachments.Count > 0));
    }

    private static Dialogue Read(string yaml) => new DialogueReader("script.yaml").Read(new StringReader(yaml));
}
