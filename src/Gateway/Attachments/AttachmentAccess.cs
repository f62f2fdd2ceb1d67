using System.Collections.Frozen;
using Grainline.Attachments;
using Grainline.Gateway.Authentication;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Gateway.Attachments;

/// <summary>Who gets to an attachment: its uploader until it is attached, whoever may see its subject afterwards. To everybody else it does not exist.</summary>
internal sealed class AttachmentAccess(IGrainFactory grains, IEnumerable<IAttachmentSubject> subjects)
{
    private static readonly Refusal NotFound = new(ErrorCode.AttachmentNotFound, "There is no such attachment.");

    private readonly FrozenDictionary<string, IAttachmentSubject> _subjects = subjects.ToFrozenDictionary(s => s.Kind);

    public async Task<Outcome<AttachmentDetails>> Read(Session session, string id)
    {
        if (!TenantScoped.IsId(id))
            return NotFound;
        var found = await grains.Attachment(new(session.Tenant, id)).View(session.Actor);
        if (found.Value?.Subject is not { } subject)
            return found;
        var (kind, subjectId) = AttachmentSubject.Parse(subject);
        return _subjects.TryGetValue(kind, out var asked) && await asked.MaySee(session.Tenant, subjectId, session.Actor) ? found : NotFound;
    }

    /// <summary>For its uploader alone.</summary>
    public async Task<Outcome<AttachmentDetails>> Own(Session session, string id)
    {
        if (!TenantScoped.IsId(id))
            return NotFound;
        var found = await grains.Attachment(new(session.Tenant, id)).View(session.Actor);
        return found.Value is { } mine && (mine.UploaderKind != session.Actor.Kind || mine.UploaderId != session.Id) ? NotFound : found;
    }
}
