using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Agents;

public sealed class AgentRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly AgentState Amy = AgentState.Initial
        .Apply(new AgentConfigured("Amy", 4, [GrainHost.Queue]), 1, Now)
        .Apply(new AvailabilityChanged(AgentStatus.Available, null), 2, Now);

    [Theory]
    [InlineData(0, 0, 4, false, true)]
    [InlineData(0, 0, 5, false, false)]
    [InlineData(3, 0, 1, false, true)]
    [InlineData(4, 0, 1, false, false)]
    [InlineData(0, 4, 4, false, true)]
    [InlineData(0, 4, 1, true, false)]
    [InlineData(2, 1, 1, true, true)]
    [InlineData(2, 2, 1, true, false)]
    [InlineData(4, 0, 1, true, false)]
    public void MayReserve_PrimaryAndInterruptibleWork_FollowsTheFreeUnits(int primary, int interruptible, int weight, bool mayLie, bool held)
    {
        var state = Serving(Serving(Amy, "p", new(primary, false)), "i", new(interruptible, true));
        var refusal = AgentRules.MayReserve(state, Slot("c1", new(weight, mayLie)), onShift: true);
        Assert.Equal(held ? null : ErrorCode.AgentAtCapacity, refusal?.Code);
    }

    [Fact]
    public void MayReserve_OffShift_IsRefusedByName()
    {
        var refusal = AgentRules.MayReserve(Amy, Slot("c1", WorkSize.One), onShift: false);
        Assert.Equal((ErrorCode.AgentUnavailable, "Amy is off shift."), (refusal!.Code, refusal.Message));
    }

    [Fact]
    public void State_EventsOfOlderVersions_WeighOneSlotEach()
    {
        var state = Amy
            .Apply(new OfferReserved(new("c1.1", Waiting("c1"), Now, Now.AddSeconds(30))), 3, Now)
            .Apply(new ConversationTaken("c2", null), 4, Now);
        Assert.Equal((2, 0), (state.Load, state.InterruptibleLoad));
        state = state.Apply(new ConversationTaken("c1", "c1.1"), 5, Now).Apply(new ConversationReleased("c2", "resolved"), 6, Now);
        Assert.Equal((1, 0), (state.Load, state.InterruptibleLoad));
    }

    [Fact]
    public void State_WorkOfItsOwnSize_IsGivenBackWhole()
    {
        var state = Serving(Amy, "c1", new(3, true));
        Assert.Equal((0, 3), (state.Load, state.InterruptibleLoad));
        state = state.Apply(new ConversationReleased("c1", "resolved"), 9, Now);
        Assert.Equal((0, 0), (state.Load, state.InterruptibleLoad));
    }

    [Fact]
    public void State_IdleSince_IsTheLastWorkOrTheReturn()
    {
        Assert.Equal(Now, Amy.IdleSince);
        var busy = Amy.Apply(new ConversationTaken("c1", null), 3, Now.AddMinutes(1));
        Assert.Equal(Now.AddMinutes(1), busy.IdleSince);
        var same = busy.Apply(new AvailabilityChanged(AgentStatus.Available, "still here"), 4, Now.AddMinutes(2));
        Assert.Equal(Now.AddMinutes(1), same.IdleSince);
        var back = busy.Apply(new AvailabilityChanged(AgentStatus.Away, "lunch"), 4, Now.AddMinutes(2))
            .Apply(new AvailabilityChanged(AgentStatus.Available, null), 5, Now.AddMinutes(30));
        Assert.Equal(Now.AddMinutes(30), back.IdleSince);
    }

    [Fact]
    public void MayConfigure_SkillsLanguagesAndShift_AreChecked()
    {
        var profile = new AgentProfile("Amy", 4, [GrainHost.Queue], [new("refunds", 5)], ["en", "zh-CN"], new("Europe/Berlin", [], []));
        Assert.Null(AgentRules.MayConfigure(profile));
        ImmutableArray<AgentProfile> wrong =
        [
            profile with { Skills = [new("refunds", 0)] }, profile with { Skills = [new("refunds", 6)] }, profile with { Skills = [new("re funds", 3)] },
            profile with { Skills = [new("refunds", 3), new("refunds", 4)] }, profile with { Languages = ["English, please"] },
            profile with { Shift = new("Nowhere", [], []) }, profile with { Capacity = 0 }, profile with { Capacity = 101 },
        ];
        Assert.All(wrong, p => Assert.Equal(ErrorCode.InvalidArgument, AgentRules.MayConfigure(p)?.Code));
    }

    private static AgentState Serving(AgentState state, string id, WorkSize work) => state.Apply(new ConversationTaken(id, null, work), state.Version + 1, Now);

    private static WaitingConversation Waiting(string id) => new(id, GrainHost.Queue, Ada, null, null, null, Now);

    private static OfferView Slot(string id, WorkSize work) => new($"{id}.1", Waiting(id), Now, Now.AddSeconds(30), work);
}
