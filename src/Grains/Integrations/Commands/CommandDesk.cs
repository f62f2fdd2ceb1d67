using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Security;
using Grainline.Tickets;
using Grainline.Visitors;
using Orleans;

namespace Grainline.Integrations.Commands;

/// <summary>Each command is one call of a grain that knows the command's id.</summary>
internal sealed class CommandDesk(IGrainFactory grains) : ICommandDesk
{
    private static readonly Refusal Unclean = new(ErrorCode.InvalidArgument, "A text has control characters or broken surrogates.");

    // Tenants are never removed.
    private readonly ConcurrentDictionary<string, bool> _tenants = new();

    public async Task<Refusal?> Run(Command command) =>
        command.Data.Texts().Any(text => !PlainText.IsClean(PlainText.Normalise(text))) ? Unclean
        : await Unknown(command.Tenant) ?? command.Data switch
        {
            PostToConversation data => await Post(command, data),
            CreateTicketHere data => await Create(command, data),
            ApplyActions data => await Apply(command, data),
            UpdateVisitor data => await Update(command, data),
            _ => throw new InvalidOperationException($"Nobody carries out {command.Type}."),
        };

    private async Task<Refusal?> Post(Command command, PostToConversation data)
    {
        var text = PlainText.Normalise(data.Text);
        if (!TenantScoped.IsId(data.ConversationId))
            return new(ErrorCode.ConversationNotFound, "There is no such conversation.");
        if (string.IsNullOrWhiteSpace(text))
            return new(ErrorCode.TextEmpty, "The text is empty.");
        var kind = data.Note ? MessageKind.Note : MessageKind.Text;
        return (await grains.Conversation(new(command.Tenant, data.ConversationId)).Post(new(ActorOf(command), command.Id, text, kind))).Refusal;
    }

    private async Task<Refusal?> Create(Command command, CreateTicketHere data)
    {
        if (data.TicketId is { } named && !TenantScoped.IsId(named))
            return new(ErrorCode.InvalidArgument, "A ticket's id is an id.");
        var ticket = new CreateTicket(
            ActorOf(command), data.Team, data.Subject, data.Priority, data.Form, data.Fields ?? JsonText.EmptyObject, data.Requester, data.Conversation, Plain(data.Comment), data.Tags ?? [],
            data.Assignee);
        return (await grains.Ticket(new(command.Tenant, data.TicketId ?? TicketIdOf(command))).Create(ticket)).Refusal;
    }

    private async Task<Refusal?> Apply(Command command, ApplyActions data)
    {
        if (!TenantScoped.IsId(data.TicketId))
            return new(ErrorCode.TicketNotFound, "There is no such ticket.");
        ImmutableArray<TicketAction> actions = [.. data.Actions.Select(action => action is AddComment comment ? Plain(comment)! : action)];
        return (await grains.Ticket(new(command.Tenant, data.TicketId)).Apply(new(ActorOf(command), command.Id, actions))).Refusal;
    }

    private async Task<Refusal?> Update(Command command, UpdateVisitor data)
    {
        if (!TenantScoped.IsId(data.VisitorId))
            return new(ErrorCode.InvalidArgument, "A visitor is an id.");
        var visitor = grains.Visitor(new(command.Tenant, data.VisitorId));
        var known = await visitor.View();
        return known.Refusal ?? (await visitor.Register(new(known.Value!.Site, data.Name, data.Email, data.Verified))).Refusal;
    }

    /// <summary>A tenant that does not exist would get tickets by the default desk.</summary>
    private async ValueTask<Refusal?> Unknown(string tenant)
    {
        if (_tenants.ContainsKey(tenant))
            return null;
        if ((await grains.Tenant(tenant).View()).Refusal is { } refusal)
            return refusal;
        _tenants.TryAdd(tenant, true);
        return null;
    }

    /// <summary>The same for every attempt at the command.</summary>
    internal static string TicketIdOf(Command command) =>
        "k" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{command.Source}/{command.Id}")), 0, 12);

    private static Actor ActorOf(Command command) => new(ActorKind.System, command.Source, command.Source);

    private static AddComment? Plain(AddComment? comment) => comment is null ? null : comment with { Text = PlainText.Normalise(comment.Text) };
}
