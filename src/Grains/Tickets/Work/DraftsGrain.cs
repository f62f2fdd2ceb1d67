using System.Collections.Immutable;
using Grainline.Refusals;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Tickets.Work;

/// <summary>What is kept of an agent's drafts: the last version counts, there is no history.</summary>
[GenerateSerializer, Alias("drafts.state")]
public sealed class DraftsKept
{
    /// <summary>Oldest first.</summary>
    [Id(0)]
    public List<Draft> Drafts { get; set; } = [];

    /// <summary>Versions count over all drafts, so one that was removed and begun again is newer, never older.</summary>
    [Id(1)]
    public long LastVersion { get; set; }
}

internal sealed class DraftsGrain([PersistentState("drafts", "journal")] IPersistentState<DraftsKept> kept, TimeProvider time) : Grain, IDraftsGrain
{
    public async Task<Outcome<Draft>> Save(SaveDraft command)
    {
        var state = kept.RecordExists && kept.State is { } there ? there : new DraftsKept();
        var before = state.Drafts.Find(draft => DraftRules.Same(draft, command));
        if (DraftRules.MaySave(before, command) is { } refusal)
            return refusal;
        var draft = new Draft(command.Subject, command.Kind, command.Text, state.LastVersion + 1, time.GetUtcNow());
        if (command.Text.Length == 0 && before is null)
            return draft with { Version = command.IfVersion ?? 0 };
        List<Draft> others = [.. state.Drafts.Where(other => other != before)];
        kept.State = new() { LastVersion = draft.Version, Drafts = command.Text.Length == 0 ? others : [.. others.TakeLast(DraftRules.Most - 1), draft] };
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            // What is in memory was not written: the next activation reads what was.
            DeactivateOnIdle();
            throw;
        }

        return draft;
    }

    public Task<ImmutableArray<Draft>> All() => Task.FromResult<ImmutableArray<Draft>>(kept.RecordExists && kept.State is { } state ? [.. Enumerable.Reverse(state.Drafts)] : []);
}
