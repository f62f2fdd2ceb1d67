using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Ids;
using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Security;
using Orleans.Runtime;

namespace Grainline.Visitors;

/// <summary>Not reentrant: however many calls open a conversation at once, they queue here, and the second one finds what the first one made.</summary>
internal sealed class VisitorGrain(
    GrainJournal<VisitorEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<VisitorState>> snapshot,
    IIdSource ids)
    : JournaledGrain<VisitorState, VisitorEvent>(journal, snapshot), IVisitorGrain
{
    private static readonly Refusal NotRegistered = new(ErrorCode.Unauthenticated, "There is no such visitor.");

    private VisitorKey _key;

    protected override string Kind => "visitor";

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = VisitorKey.Parse(Key);
        return Task.CompletedTask;
    }

    public async Task<Outcome<VisitorView>> Register(RegisterVisitor command)
    {
        var name = command.Name ?? (State.Exists ? State.Name : $"Visitor {_key.Id[^4..]}");
        if (name.Length > Limits.NameLength || command.Email?.Length > Limits.AttributeLength)
            return new Refusal(ErrorCode.InvalidArgument, "Name or e-mail is too long.");
        var registered = new VisitorRegistered(command.Site, name, command.Email ?? State.Email, command.Verified || State.Verified);
        if (!State.Exists || registered != new VisitorRegistered(State.Site, State.Name, State.Email, State.Verified))
            await Commit(registered);
        return State.View(_key.Id);
    }

    public Task<Outcome<VisitorView>> View() => Task.FromResult<Outcome<VisitorView>>(State.Exists ? State.View(_key.Id) : NotRegistered);

    public async Task<Outcome<ConversationView>> OpenConversation(OpenVisitorConversation command)
    {
        if (!State.Exists)
            return NotRegistered;
        if (State.Conversations.FindLast(c => c.Channel == command.Channel) is { } latest)
        {
            var known = await GrainFactory.Conversation(new(_key.Tenant, latest.ConversationId)).View(Me());
            if (known.Succeeded && known.Value is { Status: not ConversationStatus.Closed })
                return known;

            // Started here but never there: a crash came between. The same id is opened again.
            if (known.Refusal?.Code == ErrorCode.ConversationNotFound)
                return await Open(latest.ConversationId, command);

            // It says so itself when it ends, one-way: whoever has not heard asks.
            if (!State.ServedBy.ContainsKey(latest.ConversationId)
                && await GrainFactory.Conversation(new(_key.Tenant, latest.ConversationId)).LastServedBy() is { } agent)
                await Commit(new AgentServed(latest.ConversationId, agent));
        }

        var id = ConversationKey.New(_key.Tenant, await ids.NextAsync()).Id;
        await Commit(new ConversationStarted(id, command.Channel));
        return await Open(id, command);
    }

    public async Task Served(ServedBy service)
    {
        if (State.Conversations.Exists(c => c.ConversationId == service.ConversationId)
            && State.ServedBy.GetValueOrDefault(service.ConversationId) != service.AgentId)
            await Commit(new AgentServed(service.ConversationId, service.AgentId));
    }

    public Task<Outcome<ImmutableArray<VisitorConversation>>> Conversations(DateTimeOffset? before, int limit)
    {
        if (!State.Exists)
            return Task.FromResult<Outcome<ImmutableArray<VisitorConversation>>>(NotRegistered);
        ImmutableArray<VisitorConversation> page =
            [.. State.Conversations.Reverse().Where(c => before is null || c.OpenedAt < before).Take(Math.Clamp(limit, 1, 100))];
        return Task.FromResult<Outcome<ImmutableArray<VisitorConversation>>>(page);
    }

    private async Task<Outcome<ConversationView>> Open(string id, OpenVisitorConversation command)
    {
        var tenant = await GrainFactory.Tenant(_key.Tenant).View();
        var queue = command.Queue;
        if (queue is null)
        {
            var site = await GrainFactory.Site(State.Site).View();
            if (site.Refusal is { } unknown)
                return unknown;
            queue = site.Value!.Queue;
        }

        if (tenant.Value?.Queues.Contains(queue) != true)
            return new Refusal(ErrorCode.QueueNotFound, "There is no such queue.");
        return await GrainFactory.Conversation(new(_key.Tenant, id))
            .Open(new(
                State.Summary(_key.Id), queue, command.Subject, command.Language, command.Attributes, command.Channel, command.Topic, State.PastAgents));
    }

    private Actor Me() => new(ActorKind.Visitor, _key.Id, State.Name);
}
