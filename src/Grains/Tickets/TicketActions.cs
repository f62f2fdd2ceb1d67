using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets;

/// <summary>What each action does to a change in the making. A null means done; after a refusal the whole change is thrown away.</summary>
internal static class TicketActions
{
    public const string Me = "me";

    public static Refusal? Take(TicketChange change, TicketAction action, TicketFacts facts) => action switch
    {
        // What brings a closed ticket back is allowed there.
        AddComment { Public: true } a when change.By.Kind == ActorKind.Visitor && change.Listens(StateEvent.RequesterWrote) is not null => Comment(change, a, facts),
        _ when TicketRules.MayStill(change.Now, action) is { } ended => ended,
        SetSubject a => Set(change, change.Now with { Subject = a.Subject.Trim() }),
        SetPriority a => Priority(change, a),
        SetFields a => Fields(change, a),
        AddTags a => Tags(change, [.. change.Now.Tags.Union(TicketTags.Normalise(a.Tags).Value)]),
        RemoveTags a => Tags(change, [.. change.Now.Tags.Except(TicketTags.Normalise(a.Tags).Value)]),
        AssignTicket a => Assign(change, a, facts),
        TriggerState a => change.Call(a.Trigger),
        ForceState a => change.Force(a.State, a.Reason),
        AddComment a => Comment(change, a, facts),
        Watch a => Watch(change, Named(a.Agent, change.By) ?? change.By.Id, facts),
        Unwatch a => Set(change, change.Now with { Watchers = change.Now.Watchers.RemoveAll(w => w.Id == (Named(a.Agent, change.By) ?? change.By.Id)) }),
        UpgradeForm a => Upgrade(change, a, facts),
        _ => new(ErrorCode.InvalidArgument, "There is no such action."),
    };

    /// <summary>In macros <c>me</c> is whoever applies them.</summary>
    public static string? Named(string? agent, Actor by) => agent == Me ? by.Id : agent;

    private static Refusal? Set(TicketChange change, TicketState next)
    {
        change.Set(next);
        return null;
    }

    private static Refusal? Priority(TicketChange change, SetPriority action)
    {
        if (action.Priority != change.Now.Priority)
            change.Aim(change.Now with { Priority = action.Priority });
        return null;
    }

    private static Refusal? Fields(TicketChange change, SetFields action)
    {
        var merged = FieldPatch.Merge(change.Now.Fields, action.Fields);
        return TicketActionRules.TooLarge(merged) ?? change.Book.Form.Validate(merged, complete: false) ?? Set(change, change.Now with { Fields = merged });
    }

    private static Refusal? Tags(TicketChange change, ImmutableArray<string> tags) =>
        tags.Length > TicketLimits.Tags ? new(ErrorCode.InvalidArgument, $"A ticket has at most {TicketLimits.Tags} tags.") : Set(change, change.Now with { Tags = tags });

    private static Refusal? Assign(TicketChange change, AssignTicket action, TicketFacts facts)
    {
        if (Named(action.Agent, change.By) is not { } id)
            return Set(change, change.Now with { Assignee = null });
        if (change.Book.Team?.Members.Contains(id) != true || !facts.Agents.TryGetValue(id, out var agent))
            return new(ErrorCode.AgentNotFound, "This agent is not in the ticket's team.");
        if (change.Now.Assignee?.Id == id)
            return null;
        change.Set(change.Now with { Assignee = agent });
        change.Happened(StateEvent.Assigned);
        return null;
    }

    private static Refusal? Comment(TicketChange change, AddComment action, TicketFacts facts)
    {
        ImmutableArray<string> files = action.Attachments is { IsDefault: false } ids ? ids : [];
        change.Say(action.Text, action.Public, [.. files.Distinct().Select(id => facts.Attachments[id])]);
        foreach (var id in change.By.IsStaff ? Mentions.In(action.Text) : [])
        {
            if (facts.Agents.ContainsKey(id) && Watch(change, id, facts) is { } full)
                return full;
        }

        return null;
    }

    private static Refusal? Watch(TicketChange change, string id, TicketFacts facts) =>
        change.Now.Watchers.Any(w => w.Id == id) ? null
        : !facts.Agents.TryGetValue(id, out var agent) ? new(ErrorCode.AgentNotFound, "There is no such agent.")
        : change.Now.Watchers.Length >= TicketLimits.Watchers ? new(ErrorCode.InvalidArgument, $"A ticket has at most {TicketLimits.Watchers} watchers.")
        : Set(change, change.Now with { Watchers = change.Now.Watchers.Add(agent) });

    private static Refusal? Upgrade(TicketChange change, UpgradeForm action, TicketFacts facts)
    {
        var path = facts.Upgrades.Where(f => f.Version > change.Now.Form.Version && f.Version <= action.ToVersion).OrderBy(f => f.Version).ToImmutableArray();
        if (path.Length == 0 || path.Length != action.ToVersion - change.Now.Form.Version)
            return new(ErrorCode.DefinitionNotFound, $"There is no way from version {change.Now.Form.Version} of the form to version {action.ToVersion}.");
        var upgraded = FormUpgrade.Apply([.. path.Select(f => f.Form.Spec)], change.Now.Fields);
        if (upgraded.Refusal is { } refusal)
            return refusal;
        var fields = action.Fields is { } more ? FieldPatch.Merge(upgraded.Value, more) : upgraded.Value;
        if ((TicketActionRules.TooLarge(fields) ?? path[^1].Form.Validate(fields, complete: false)) is { } unfit)
            return unfit;
        change.Upgrade(path[^1], fields);
        return null;
    }
}
