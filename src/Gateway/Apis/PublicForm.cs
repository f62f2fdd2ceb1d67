using Grainline.Gateway.Authentication;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>What a visitor fills in: the form decides the team, the session whom it is for. What is staff's to say is not taken from the request.</summary>
internal static class PublicForm
{
    public static async Task<Outcome<CreateTicket>> Fill(CreateTicketRequest body, Session session, IGrainFactory grains)
    {
        if (body.Form is null)
            return NotFound;
        var desk = await grains.Desk(session.Tenant).View();
        if (!desk.Succeeded)
            return desk.Refusal;
        if (desk.Value!.Forms.FirstOrDefault(f => f.Id == body.Form) is not { Spec.Public: true } || desk.Value.Teams.FirstOrDefault(t => t.Forms.Contains(body.Form)) is not { } team)
            return NotFound;
        return new CreateTicket(
            session.Actor, team.Id, body.Subject, Priority.Normal, body.Form, body.Fields ?? JsonText.EmptyObject, new(session.Id, session.Name, body.Requester?.Email), body.Conversation,
            CreateTicketRequest.Plain(body.Comment) is { } words ? words with { Public = true } : null, []);
    }

    private static Refusal NotFound => new(ErrorCode.DefinitionNotFound, "There is no such form.");
}
