using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk;

/// <summary>What is replaced as a whole: teams, macros, saved replies; and what is taken away.</summary>
internal sealed partial class DeskGrain
{
    public async Task<Outcome<Team>> SaveTeam(Actor by, Team team)
    {
        using var pass = await _gate.Enter();
        var staff = (await Staff()).ToHashSet();
        if (DeskRules.MaySave(State, team, staff) is { } refusal)
            return refusal;
        await Commit(new TeamSaved(by.Author(), team));
        return await Staffed(team);
    }

    public async Task<Outcome<Macro>> SaveMacro(Actor by, Macro macro)
    {
        using var pass = await _gate.Enter();
        if (MacroRules.MaySave(State, macro) is { } refusal)
            return refusal;
        await Commit(new MacroSaved(by.Author(), macro));
        return macro;
    }

    public async Task<Outcome<SavedReply>> SaveReply(Actor by, SavedReply reply)
    {
        using var pass = await _gate.Enter();
        if (DeskRules.MaySave(State, reply) is { } refusal)
            return refusal;
        await Commit(new ReplySaved(by.Author(), reply));
        return reply;
    }

    public async Task<Outcome<Done>> Remove(Actor by, DeskKind kind, string id)
    {
        using var pass = await _gate.Enter();
        if (DeskRules.MayRemove(State, kind, id) is { } refusal)
            return refusal;
        if (kind == DeskKind.Team && await HasOpenTickets(id))
            return new Refusal(ErrorCode.DefinitionInUse, $"The team '{id}' has tickets that are not solved.");
        await Commit(new DeskRemoved(by.Author(), kind, id));
        return default(Done);
    }

    private async Task<bool> HasOpenTickets(string team)
    {
        foreach (var source in openTickets)
        {
            if (await source.AnyOfAsync(Key, team))
                return true;
        }

        return false;
    }
}
