using Grainline.Conversations;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Wire;
using Grainline.Refusals;

namespace Grainline.Gateway.Hubs;

/// <summary>Taking and giving conversations by hand.</summary>
internal sealed partial class AgentHub
{
    [Needs(StaffRoles.Agent | StaffRoles.Supervisor)]
    public Task<Outcome<ConversationView>> Pull(ConversationRequest request) => Conversation(request.ConversationId).Pull(Me);

    [Needs(StaffRoles.Agent | StaffRoles.Supervisor)]
    public Task<Outcome<ConversationView>> PullNext(PullNextRequest request) => line.Pull(Socket.Session.Tenant, Me, request.Queue);

    [Needs(StaffRoles.Supervisor | StaffRoles.Admin)]
    public Task<Outcome<ConversationView>> Assign(AssignRequest request) =>
        Conversation(request.ConversationId).Assign(new(Me, request.ToAgent, request.Force));

    [Needs(StaffRoles.Supervisor | StaffRoles.Admin)]
    public Task<Outcome<ConversationView>> TakeOver(ConversationRequest request) => Conversation(request.ConversationId).TakeOver(Me);

    public Task<Outcome<ConversationView>> Classify(ClassifyRequest request) =>
        Conversation(request.ConversationId).Classify(new(Me, request.Topic, request.Priority));
}
