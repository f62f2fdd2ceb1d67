using System.Collections.Immutable;
using Grainline.Attachments;
using Grainline.Refusals;

namespace Grainline.Conversations;

/// <summary>Files of messages. Each is bound to its message before the message is committed: a crash between leaves a bound file, which a retry of the same post finds, never a message without its file.</summary>
internal sealed partial class ConversationGrain
{
    private static readonly Outcome<ImmutableArray<AttachmentView>> NoFiles = ImmutableArray<AttachmentView>.Empty;

    /// <summary>In the gate: two tries of one post would undo each other's work.</summary>
    private async Task<Outcome<Posted>> PostFiles(PostMessage command)
    {
        using var pass = await _gate.Enter();
        var posted = await Post(command, await Bind(command));
        if (!posted.Succeeded)
        {
            foreach (var id in command.Attachments!.Value.Where(TenantScoped.IsId))
                await File(id).Detach(Subject, command.ClientMessageId);
        }

        return posted;
    }

    private async Task<Outcome<ImmutableArray<AttachmentView>>> Bind(PostMessage command)
    {
        // What is refused anyway, or said already, binds nothing.
        if (_ids.Find(command.ClientMessageId) is not null || ConversationRules.MayPost(State, command) is not null)
            return NoFiles;
        var audience = command.Kind == MessageKind.Note ? Audience.Staff : Audience.Everyone;
        var views = ImmutableArray.CreateBuilder<AttachmentView>();
        foreach (var id in command.Attachments!.Value.Distinct())
        {
            if (!TenantScoped.IsId(id))
                return AttachmentRules.NotFound;
            var bound = await File(id).Attach(new(Subject, command.ClientMessageId, command.Author, audience));
            if (bound.Refusal is { } refusal)
                return refusal;
            views.Add(bound.Value!);
        }

        return views.ToImmutable();
    }

    private static MessagePosted Said(PostMessage command, Author author, ImmutableArray<AttachmentView> files, string id) => new(
        command.ClientMessageId, author, command is { Kind: MessageKind.Text, Text.Length: 0 } ? MessageKind.File : command.Kind, command.Text, id,
        files.IsDefaultOrEmpty ? null : files);

    private string Subject => AttachmentSubject.Conversation(_key.Id);

    private IAttachmentGrain File(string id) => GrainFactory.Attachment(new(_key.Tenant, id));
}
