using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets.Work;

/// <summary>How a ticket looks where it goes: fields by the form there, the state by its category. Pure.</summary>
internal static class TransferTarget
{
    /// <summary>Which form it gets: the one that was asked for, else its own where that may be filled, else the team's default.</summary>
    public static string? FormAsked(TicketView ticket, TransferTicket command, Team to) =>
        command.Form ?? (to.Forms.Contains(ticket.Form.Id) ? ticket.Form.Id : null);

    /// <param name="version">The form that it gets.</param>
    /// <param name="form">The same, compiled.</param>
    public static Outcome<TicketMove> Of(TicketView ticket, TransferTicket command, TeamRules to, DefinitionRef version, CompiledForm form, LifecycleSpec lifecycle)
    {
        if (to.Team.Id == ticket.Team)
            return new Refusal(ErrorCode.InvalidArgument, "The ticket belongs to that team already.");
        if (command.ToAgent is { } agent && !to.Team.Members.Contains(agent))
            return new Refusal(ErrorCode.AgentNotFound, "There is no such agent in that team.");
        var fields = Fields(ticket.Fields, command.Fields, sameForm: version == ticket.Form, form);
        return form.Validate(fields, complete: true) is { } refusal
            ? refusal
            : new TicketMove(Place(ticket), Arrive(ticket, to.Team.Id, version, fields, to.Lifecycle, lifecycle, null, command.ToAgent), command.Note);
    }

    /// <summary>The way back: to where it was, with what was written since, as far as it fits there.</summary>
    /// <param name="members">Of the team that it goes back to: an assignee who has left it does not come back with the ticket.</param>
    public static TicketMove Back(TicketView ticket, TicketMove there, CompiledForm form, LifecycleSpec lifecycle, ImmutableArray<string> members)
    {
        var (from, to) = (there.From, there.To);
        var fields = ticket.Fields == to.Fields ? from.Fields
            : ticket.Form == from.Form ? ticket.Fields
            : Fields(from.Fields, Fields(ticket.Fields, null, sameForm: false, form), sameForm: true, form);
        if (form.Validate(fields, complete: false) is not null)
            fields = from.Fields;
        var state = ticket.Category == to.Category && ticket.State == to.State ? from.State : null;
        return new(Place(ticket), Arrive(ticket, from.Team, from.Form, fields, from.Lifecycle, lifecycle, state, from.Assignee is { } id && members.Contains(id) ? id : null), null, Undoes: true);
    }

    private static TicketPlace Place(TicketView ticket) =>
        new(ticket.Team, ticket.Form, ticket.Fields, ticket.Lifecycle, ticket.State, ticket.Category, ticket.Assignee?.Id);

    private static TicketPlace Arrive(
        TicketView ticket, string team, DefinitionRef form, JsonText fields, DefinitionRef version, LifecycleSpec lifecycle, string? wanted, string? assignee)
    {
        // Its own state where that exists and means the same, else the first that does.
        var state = lifecycle.States.FirstOrDefault(s => s.Id == wanted)
            ?? lifecycle.States.FirstOrDefault(s => version.Id == ticket.Lifecycle.Id && s.Id == ticket.State && s.Category == ticket.Category)
            ?? lifecycle.States.FirstOrDefault(s => s.Category == ticket.Category)
            ?? lifecycle.States.First(s => s.Id == lifecycle.Initial);
        return new(team, form, fields, version, state.Id, state.Category, assignee);
    }

    /// <summary>What is given, and what the ticket says under the same names as far as it fits with that.</summary>
    private static JsonText Fields(JsonText said, JsonText? given, bool sameForm, CompiledForm form)
    {
        if (given is null && sameForm)
            return said;
        var result = Members(given ?? JsonText.EmptyObject);
        foreach (var (name, value) in Members(said))
        {
            if (result.ContainsKey(name) || (!sameForm && !form.Fields.Contains(name)))
                continue;
            result[name] = value?.DeepClone();
            if (!sameForm && form.Validate(new(result.ToJsonString()), complete: false) is not null)
                result.Remove(name);
        }

        return new(result.ToJsonString());
    }

    private static JsonObject Members(JsonText fields) => JsonNode.Parse(fields.Text, null, new JsonDocumentOptions())?.AsObject() ?? [];
}
