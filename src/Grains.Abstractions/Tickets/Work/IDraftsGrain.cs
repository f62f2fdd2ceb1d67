using System.Collections.Immutable;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Tickets.Work;

/// <summary>What an agent has begun to write, so that another browser has it too. Keyed by tenant and agent id. Not in the journal: a draft has no history.</summary>
[Alias("IDraftsGrain")]
public interface IDraftsGrain : IGrainWithStringKey
{
    /// <summary>Empty text removes it. At most 200 are kept; the oldest goes.</summary>
    Task<Outcome<Draft>> Save(SaveDraft command);

    Task<ImmutableArray<Draft>> All();
}

/// <param name="Subject"><c>ticket/ID</c>, <c>conversation/ID</c> or <c>new</c>.</param>
/// <param name="Kind"><c>reply</c> or <c>note</c>.</param>
/// <param name="IfVersion">Version that the caller knew; an older one than the stored is refused with <see cref="ErrorCode.TicketChanged"/> unless null.</param>
[GenerateSerializer, Immutable, Alias("draft.save")]
public sealed record SaveDraft(string Subject, string Kind, string Text, long? IfVersion = null);

[GenerateSerializer, Immutable, Alias("draft")]
public sealed record Draft(string Subject, string Kind, string Text, long Version, DateTimeOffset At);

public static class DraftGrains
{
    public static IDraftsGrain Drafts(this IGrainFactory grains, Agents.AgentKey key) => grains.GetGrain<IDraftsGrain>(key.ToString());
}
