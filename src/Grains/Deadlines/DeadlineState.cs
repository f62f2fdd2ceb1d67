using System.Collections.Immutable;
using Grainline.Journaling;

namespace Grainline.Deadlines;

/// <summary>The armed deadlines of one shard, one of each name per target.</summary>
internal sealed record DeadlineState : IEventSourced<DeadlineState, DeadlineEvent>
{
    public static DeadlineState Initial { get; } = new();

    public ImmutableDictionary<string, Deadline> Armed { get; init; } = ImmutableDictionary<string, Deadline>.Empty;

    public static string IdOf(DeadlineTargetKind kind, string key, string name) => $"{kind}:{key}:{name}";

    public static string IdOf(Deadline deadline) => IdOf(deadline.Kind, deadline.Key, deadline.Name);

    public DeadlineState Apply(DeadlineEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        DeadlineSet e => this with { Armed = Armed.SetItem(IdOf(e.Deadline), e.Deadline) },
        DeadlineCleared e => this with { Armed = Armed.Remove(IdOf(e.Kind, e.Key, e.Name)) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };
}
