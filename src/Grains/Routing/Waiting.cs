using System.Text.Json.Serialization;
using Grainline.Agents;

namespace Grainline.Routing;

/// <summary>One place in a line.</summary>
/// <param name="Conversation">Who waits.</param>
/// <param name="NotAgent">The agent that let the last offer pass: it is not asked again while somebody else could be.</param>
/// <param name="JoinedAt">When this place was taken; <c>WaitingSince</c> may be much older and decides the order.</param>
/// <param name="Promise">What was told when it first joined, if anything was: measured when an agent takes it.</param>
internal sealed record Waiting(WaitingConversation Conversation, string? NotAgent, DateTimeOffset JoinedAt, WaitPromise? Promise = null)
{
    public static readonly IComparer<Waiting> LongestFirst = Comparer<Waiting>.Create(static (a, b) =>
    {
        var byTime = a.Conversation.WaitingSince.CompareTo(b.Conversation.WaitingSince);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    });

    [JsonIgnore]
    public string Id => Conversation.ConversationId;
}

/// <param name="ToldAt">UTC.</param>
/// <param name="Seconds">The wait from then on.</param>
internal sealed record WaitPromise(DateTimeOffset ToldAt, int Seconds);
