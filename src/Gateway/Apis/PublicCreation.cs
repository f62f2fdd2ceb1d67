using Grainline.Gateway.Authentication;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Orleans;

namespace Grainline.Gateway.Apis;

/// <summary>What a visitor fills in: the form decides the team, the session whom it is for. What is staff's to say is not taken from the request.</summary>
internal static class PublicCreation
{
    public static async Task<Outcome<CreateTicket>> Of(CreateTicketRequest body, Session session, IGrainFactory grains)
    {
        if (body.Form is null || await grains.Desk(session.Tenant).PublicForm(body.Form) is not { } form)
            return new Refusal(ErrorCode.DefinitionNotFound, "There is no such form.");
        return new CreateTicket(
            session.Actor, form.Team, body.Subject, Priority.Normal, form.Id, body.Fields ?? JsonText.EmptyObject, new(session.Id, session.Name, body.Requester?.Email), body.Conversation,
            CreateTicketRequest.Plain(body.Comment) is { } words ? words with { Public = true } : null, []);
    }
}
