using Grainline.Load.Reporting;
using Grainline.Load.Talk;
using Grainline.Load.Visits;

namespace Grainline.Load.Tests.Reporting;

public sealed class VerdictOfTests
{
    private static readonly VisitResult Refused = VisitResult.NotOpened(new(1, 0, 1), "503 too many");

    [Fact]
    public void Surge_NotOpened_IsNotedAndNoFailure()
    {
        var verdict = VerdictOf.Surge(new(Run(new()), Sample.Surge().Surge!));
        Assert.Equal(["Not opened: 503 too many"], verdict.Notes);
        Assert.Empty(verdict.Failures);
    }

    [Fact]
    public void Surge_EndOfTheWaitNotSeen_IsNoted() =>
        Assert.Contains(VerdictOf.Surge(new(Run(new()), Sample.Surge().Surge! with { RecoverySeconds = null })).Notes, note => note.StartsWith("The wait was not back", StringComparison.Ordinal));

    [Fact]
    public void Dialogues_NotOpened_IsAFailure()
    {
        var verdict = VerdictOf.Dialogues(new(Run(new()), Sample.Dialogues().Dialogues!));
        Assert.Equal(["Not opened: 503 too many"], verdict.Failures);
        Assert.Contains("The server refused 1 of 2 attachments", Assert.Single(verdict.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Surge_CallThatNoRepeatCanMend_IsAFailure()
    {
        var counts = new TalkCounts();
        Assert.Null(counts.Pause(201, "201 no such conversation"));
        Assert.Equal(["Refused: 201 no such conversation"], VerdictOf.Surge(new(Run(counts), Sample.Surge().Surge!)).Failures);
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(3, new[] { "3 of 1,000 sockets were lost." })]
    public void Silent_LostSockets_AreAFailure(int lost, string[] failures) => Assert.Equal(failures, Verdict.Silent(1_000, lost).Failures);

    private static VisitsResult Run(TalkCounts counts) => new(new([Refused], Sample.Surge().Costs, []), counts, 0, []);
}
