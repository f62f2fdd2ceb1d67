using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Refusals;
using Orleans.Runtime;

namespace Grainline.Tickets.Lists;

internal sealed class SavedViewsGrain(
    GrainJournal<SavedViewEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<SavedViewsState>> snapshot)
    : JournaledGrain<SavedViewsState, SavedViewEvent>(journal, snapshot), ISavedViewsGrain
{
    protected override string Kind => "views";

    public Task<ImmutableArray<SavedView>> For(string agentId) => Task.FromResult<ImmutableArray<SavedView>>(
        [.. Durable.Views.Where(view => view.Owner is null || view.Owner == agentId).OrderBy(view => view.Owner is not null).ThenBy(view => view.Order)]);

    public async Task<Outcome<SavedView>> Save(Actor by, SavedView view)
    {
        if (SavedViewRules.MaySave(State, by, view) is { } refusal)
            return refusal;
        await Commit(new SavedViewSaved(by.Author(), view));
        return view;
    }

    public async Task<Outcome<Done>> Remove(Actor by, string viewId)
    {
        if (SavedViewRules.MayRemove(State, by, viewId) is { } refusal)
            return refusal;
        await Commit(new SavedViewRemoved(by.Author(), viewId));
        return default(Done);
    }
}
