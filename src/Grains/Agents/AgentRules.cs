using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Shifts;

namespace Grainline.Agents;

/// <summary>When an agent may hold or take one more. Pure: a null means yes.</summary>
internal static class AgentRules
{
    public static readonly Refusal OfferGone = new(ErrorCode.OfferGone, "This offer has moved on.");
    public static readonly Refusal NotFound = new(ErrorCode.AgentNotFound, "There is no such agent.");

    public static Refusal? MayReserve(AgentState s, OfferView offer, bool onShift) =>
        s.Capacity == 0 ? NotFound
        : s.Status != AgentStatus.Available ? Unavailable(s, $"is {s.Status}")
        : !onShift ? Unavailable(s, "is off shift")
        : !s.Queues.Contains(offer.Conversation.Queue) ? Unavailable(s, "does not serve this queue")
        : s.Served.Contains(offer.Conversation.ConversationId) || s.OfferFor(offer.Conversation.ConversationId) is not null ? Unavailable(s, "has it already")
        : MayHold(s, offer.Work ?? WorkSize.One);

    /// <summary>Without an offer nobody was asked: then the agent must be there and have room, unless it holds a slot for this very conversation or a supervisor insists.</summary>
    public static Refusal? MayTake(AgentState s, TakeConversation command) => command switch
    {
        _ when s.Capacity == 0 => NotFound,
        { OfferId: { } offer } => s.Offers.TryGetValue(offer, out var held) && IsFor(held, command.View) ? null : OfferGone,
        { Force: true } => null,
        _ when s.Status == AgentStatus.Offline => Unavailable(s, "is offline"),
        _ when s.OfferFor(command.ConversationId) is not null => null,
        _ => MayHold(s, command.Work ?? WorkSize.One),
    };

    public static Refusal? MaySet(SetAvailability command) =>
        !Enum.IsDefined(command.Status) ? new(ErrorCode.InvalidArgument, "There is no such status.")
        : command.Reason?.Length > Limits.StatusReasonLength ? new(ErrorCode.InvalidArgument, $"A reason has at most {Limits.StatusReasonLength} characters.")
        : null;

    public static Refusal? MayAsk(StatusQuery query) =>
        query.From >= query.To ? new(ErrorCode.InvalidArgument, "'from' is before 'to'.")
        : query.Limit is < 1 or > Limits.PageSize ? new(ErrorCode.InvalidArgument, $"'limit' is 1 to {Limits.PageSize}.")
        : query.After < 0 ? new(ErrorCode.InvalidArgument, "'after' is the 'next' of the page before.")
        : null;

    public static Refusal? MayConfigure(AgentProfile profile) =>
        profile.Name is not { Length: > 0 and <= Limits.NameLength } ? new(ErrorCode.InvalidArgument, $"A name has 1 to {Limits.NameLength} characters.")
        : profile.Capacity is < 1 or > 100 ? new(ErrorCode.InvalidArgument, "Capacity is 1 to 100.")
        : profile.Queues.IsDefault || !profile.Queues.All(TenantScoped.IsId) ? new(ErrorCode.InvalidArgument, "Queues are ids.")
        : MayHave(profile.Skills ?? []) ?? MaySpeak(profile.Languages ?? []) ?? (profile.Shift is { } shift ? ShiftRules.MayKeep(shift) : null);

    /// <summary>An offer that was out before this activation was: the silo was gone meanwhile, and the agent with it.</summary>
    public static bool Excuses(OfferView offer, DateTimeOffset activeSince) => offer.OfferedAt < activeSince;

    private static Refusal? MayHave(ImmutableArray<SkillLevel> skills) =>
        !skills.All(s => TenantScoped.IsId(s.Skill) && s.Level is >= 1 and <= 5) ? new(ErrorCode.InvalidArgument, "A skill is an id with a level of 1 to 5.")
        : skills.Select(s => s.Skill).Distinct().Count() != skills.Length ? new(ErrorCode.InvalidArgument, "A skill stands once.")
        : null;

    private static Refusal? MaySpeak(ImmutableArray<string> languages) =>
        languages.All(TenantScoped.IsId) ? null : new(ErrorCode.InvalidArgument, "A language is a tag such as en or zh-CN.");

    private static Refusal? MayHold(AgentState s, WorkSize work) => s.HasRoomFor(work)
        ? null
        : new(ErrorCode.AgentAtCapacity, $"{s.Name} has no room: {s.Load} of {s.Capacity} taken, {work.Weight} needed.");

    private static Refusal Unavailable(AgentState s, string why) => new(ErrorCode.AgentUnavailable, $"{s.Name} {why}.");

    /// <summary>Not for a conversation that was moved to another queue after it was offered.</summary>
    private static bool IsFor(OfferView held, ConversationView conversation) =>
        held.Conversation.ConversationId == conversation.ConversationId && held.Conversation.Queue == conversation.Queue;
}
