using System.Collections.Immutable;
using Grainline.Attachments;
using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Tickets;

/// <summary>Files of comments. Each is bound before the change is committed: cut off in between, a retry of the same change finds it bound, and there is never a comment without its file.</summary>
internal sealed partial class TicketGrain
{
    /// <summary>What the files of a new ticket's first words are bound to.</summary>
    private const string Creation = "create";

    /// <summary>By id. What was bound before one refused is let go by whoever asked.</summary>
    private async ValueTask<Outcome<ImmutableDictionary<string, AttachmentView>>> Bind(Actor by, string reference, ImmutableArray<TicketAction> actions)
    {
        var bound = ImmutableDictionary<string, AttachmentView>.Empty;
        foreach (var (id, audience) in FilesOf(actions))
        {
            if (!TenantScoped.IsId(id))
                return AttachmentRules.NotFound;
            var file = await GrainFactory.Attachment(new(_key.Tenant, id)).Attach(new(AttachmentSubject.Ticket(_key.Id), reference, by, audience));
            if (file.Refusal is { } refusal)
                return refusal;
            bound = bound.SetItem(id, file.Value!);
        }

        return bound;
    }

    /// <summary>The change they were bound for is not written.</summary>
    private async ValueTask LetGo(string reference, ImmutableArray<TicketAction> actions)
    {
        foreach (var (id, _) in FilesOf(actions).Where(f => TenantScoped.IsId(f.Id)))
            await GrainFactory.Attachment(new(_key.Tenant, id)).Detach(AttachmentSubject.Ticket(_key.Id), reference);
    }

    private static IEnumerable<(string Id, Audience Audience)> FilesOf(ImmutableArray<TicketAction> actions) =>
        from comment in actions.OfType<AddComment>()
        where comment.Attachments is { IsDefaultOrEmpty: false }
        from id in comment.Attachments!.Value
        select (id, comment.Public ? Audience.Everyone : Audience.Staff);
}
