using Grainline.Agents;
using Grainline.Routing;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;
using static Grainline.Tests.Routing.Matching.Scene;

namespace Grainline.Tests.Routing.Matching;

public sealed class MatcherTests
{
    [Fact]
    public void Next_UrgentCameLater_GoesFirstUntilTheOthersHaveAged()
    {
        var matcher = Matcher(new LeastLoaded());
        matcher.Join(Waits("old", 0), Start);
        matcher.Join(Waits("urgent", 60, priority: Priority.Urgent), Start);
        matcher.Join(Waits("late-urgent", 1300, priority: Priority.Urgent), Start);
        Assert.Equal(["urgent", "old", "late-urgent"], matcher.InOrder.Select(waiting => waiting.Id));
        Assert.Equal(2, matcher.PositionOf("old"));
    }

    [Fact]
    public void Next_HeadNeedsASkillNobodyFreeHas_ServesTheNextOne()
    {
        var matcher = Matcher(new LeastLoaded(), Profile(topics: [new("tax", "Tax", [new("tax", 3)], [])]));
        matcher.Observe(Agent("amy", 0, 4, new SkillLevel("tax", 2)), true, Start);
        matcher.Join(Waits("hard", 0, "tax"), Start);
        matcher.Join(Waits("easy", 1), Start);
        Assert.Equal("easy", matcher.Next(Start)?.Waiting.Id);
        matcher.Observe(Agent("li", 3, 4, new SkillLevel("tax", 3)), true, Start);
        var decision = matcher.Next(Start)!;
        Assert.Equal(("hard", "li", 0.6), (decision.Waiting.Id, decision.Agent.AgentId, decision.SkillMatch));
        Assert.Contains(new RejectedCandidate("amy", "lacks-skill"), decision.Explanation.Rejected);
        Assert.Contains(new RejectedCount("lacks-skill", 1), decision.Explanation.Counts);
    }

    [Fact]
    public void Relax_RingsPass_LowerWhatIsAskedStepByStep()
    {
        var matcher = Matcher(
            new LeastLoaded(),
            Profile(new([new("tax", 4)], []), null, new OverflowRing(30, LowerLevelsBy: 2), new OverflowRing(60, DropSkills: ["tax"]), new OverflowRing(90, ToQueue: "other")));
        matcher.Observe(Agent("some", 0, 4, new SkillLevel("tax", 2)), true, Start);
        matcher.Observe(Agent("none"), true, Start);
        matcher.Join(Waits("a"), Start);
        Assert.Null(matcher.Next(Start));
        Assert.Equal(Start.AddSeconds(30), matcher.NextChange);
        matcher.Relax(Start.AddSeconds(30));
        var first = matcher.Next(Start.AddSeconds(30))!;
        Assert.Equal(("some", 1), (first.Agent.AgentId, first.Ring));
        matcher.Relax(Start.AddSeconds(60));
        Assert.Equal(2, matcher.Next(Start.AddSeconds(60))!.Explanation.Candidates.Length);
        Assert.Empty(matcher.Overflowing(Start.AddSeconds(89)));
        Assert.Equal([(Waits("a").Id, "other")], matcher.Overflowing(Start.AddSeconds(90)).Select(moved => (moved.Waiting.Id, moved.Queue)));
    }

    [Fact]
    public void Next_PastAgentIsBusy_WaitsForItAndThenTakesAnybody()
    {
        var matcher = Matcher(new LeastLoaded(), Profile(new([], [], StickySeconds: 45)));
        matcher.Observe(Agent("li", 4), true, Start);
        matcher.Observe(Agent("amy"), true, Start);
        matcher.Join(Waits("a", past: "li"), Start);
        Assert.Null(matcher.Next(Start));
        Assert.Equal(["waits-for-past-agent", "at-capacity"], matcher.Explain("a", Start)!.Counts.Select(count => count.Because).OrderDescending());
        matcher.Relax(Start.AddSeconds(45));
        Assert.Equal("amy", matcher.Next(Start.AddSeconds(45))!.Agent.AgentId);
    }

    [Fact]
    public void Next_PastAgentGoesOffline_IsNotWaitedForAnyLonger()
    {
        var matcher = Matcher(new LeastLoaded(), Profile(new([], [], StickySeconds: 45)));
        matcher.Observe(Agent("li", 4), true, Start);
        matcher.Observe(Agent("amy"), true, Start);
        matcher.Join(Waits("a", past: "li"), Start);
        matcher.Observe(Agent("li", 4) with { Status = AgentStatus.Offline, Version = 2 }, true, Start);
        Assert.Equal("amy", matcher.Next(Start)!.Agent.AgentId);
    }

    [Fact]
    public void Next_AgentLetTheOfferPass_IsAskedAgainOnlyWhenNobodyElseWas()
    {
        var matcher = Matcher(new LeastLoaded());
        matcher.Observe(Agent("amy"), true, Start);
        matcher.Join(Waits("a", notAgent: "amy"), Start);
        Assert.Null(matcher.Next(Start));
        Assert.Equal([new RejectedCandidate("amy", "passed-last-offer")], matcher.Explain("a", Start)!.Rejected);
        matcher.Observe(Agent("li", 3), true, Start);
        Assert.Equal("li", matcher.Next(Start)!.Agent.AgentId);
        matcher.Forget("li", Start);
        Assert.Equal("amy", matcher.Next(Start + AskAgainAfter)!.Agent.AgentId);
    }

    [Fact]
    public void Refused_AgentSaysNo_IsAskedAgainOnlyAfterItSaysSomethingNew()
    {
        var matcher = Matcher(new LeastLoaded());
        matcher.Observe(Agent("amy"), true, Start);
        matcher.Join(Waits("a"), Start);
        matcher.StepAside("a");
        matcher.Refused("a", Agent("amy"), Start);
        Assert.Null(matcher.Next(Start));
        matcher.Observe(Agent("amy") with { Version = 2 }, true, Start);
        Assert.Equal("amy", matcher.Next(Start)!.Agent.AgentId);
    }

    [Fact]
    public void Book_AgentIsBeingAsked_CountsAsLoadUntilItHasAnswered()
    {
        var matcher = Matcher(new LeastLoaded());
        matcher.Observe(Agent("amy", 3), true, Start);
        matcher.Join(Waits("a"), Start);
        matcher.Join(Waits("b", 1), Start);
        matcher.StepAside("a");
        matcher.Book("amy", "offer", WorkSize.One, Start);
        Assert.Null(matcher.Next(Start));
        matcher.Answered("offer", Agent("amy", 3) with { Version = 2 }, true, Start);
        Assert.Equal("b", matcher.Next(Start)!.Waiting.Id);
    }

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(2, 2, true)]
    public void HasRoom_PrimaryWork_IgnoresWhatCanBeInterrupted(int load, int interruptible, bool room)
    {
        var seat = new Seat(Agent("amy", load) with { InterruptibleLoad = interruptible });
        Assert.Equal(room, seat.HasRoom(new(2, false)) && seat.HasRoom(WorkSize.One));
        Assert.Equal(load + interruptible < 4, seat.HasRoom(new(1, true)));
    }

    [Theory]
    [InlineData("zh", "zh-CN", true)]
    [InlineData("zh-CN", "zh", true)]
    [InlineData("zh-CN", "zh-TW", false)]
    [InlineData("z", "zh", false)]
    public void Speaks_Tags_CoverTheirVariants(string known, string asked, bool speaks) =>
        Assert.Equal(speaks, new Seat(Agent("amy") with { Languages = [known] }).Speaks(asked));
}
