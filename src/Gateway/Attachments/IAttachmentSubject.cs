using Grainline.Attachments;
using Grainline.Conversations;
using Grainline.Tickets;
using Orleans;

namespace Grainline.Gateway.Attachments;

/// <summary>A kind of thing that attachments belong to, and who may see one of it.</summary>
internal interface IAttachmentSubject
{
    /// <summary>The first word of its subjects, such as <c>conversation</c>.</summary>
    string Kind { get; }

    Task<bool> MaySee(string tenant, string id, Actor reader);
}

internal sealed class ConversationSubject(IGrainFactory grains) : IAttachmentSubject
{
    public string Kind => AttachmentSubject.ConversationKind;

    public async Task<bool> MaySee(string tenant, string id, Actor reader) => (await grains.Conversation(new(tenant, id)).View(reader)).Succeeded;
}

internal sealed class TicketSubject(IGrainFactory grains) : IAttachmentSubject
{
    public string Kind => AttachmentSubject.TicketKind;

    public async Task<bool> MaySee(string tenant, string id, Actor reader) => (await grains.Ticket(new(tenant, id)).View(reader)).Succeeded;
}
