using System.Collections.Immutable;
using Grainline.Refusals;

namespace Grainline.Tickets;

/// <summary>Which tickets may be linked how. Pure: a null means yes.</summary>
internal static class TicketLinks
{
    /// <summary>Generations of parents and children.</summary>
    public const int Deepest = 50;

    public static readonly Refusal LinkedAlready = new(ErrorCode.LinkNotAllowed, "The tickets are linked already, in another way.");
    public static readonly Refusal Itself = new(ErrorCode.LinkNotAllowed, "A ticket is not linked to itself.");
    public static readonly Refusal OwnAncestor = new(ErrorCode.LinkNotAllowed, $"The ticket would be its own ancestor, or there are more than {Deepest} generations.");
    private static readonly Refusal Full = new(ErrorCode.LinkNotAllowed, $"A ticket has at most {TicketLimits.Links} links.");
    private static readonly Refusal HasParent = new(ErrorCode.LinkNotAllowed, "A ticket has one parent at most.");

    public static TicketLinkKind Inverse(TicketLinkKind kind) => kind switch
    {
        TicketLinkKind.ParentOf => TicketLinkKind.ChildOf,
        TicketLinkKind.ChildOf => TicketLinkKind.ParentOf,
        TicketLinkKind.DuplicateOf => TicketLinkKind.DuplicatedBy,
        TicketLinkKind.DuplicatedBy => TicketLinkKind.DuplicateOf,
        _ => kind,
    };

    public static Refusal? Refuse(TicketState s, TicketLinkKind kind, TicketView other) =>
        s.Links.Length >= TicketLimits.Links || other.Links.Length >= TicketLimits.Links ? Full
        : kind == TicketLinkKind.ParentOf && ParentIn(s.Links) is not null ? HasParent
        : kind == TicketLinkKind.ChildOf && ParentIn(other.Links) is not null ? HasParent
        : null;

    /// <summary>Of this side alone.</summary>
    public static Refusal? RefuseOwn(TicketState s, TicketLinkView link) =>
        s.Links.Any(l => l.TicketId == link.TicketId) ? LinkedAlready
        : s.Links.Length >= TicketLimits.Links ? Full
        : link.Kind == TicketLinkKind.ParentOf && ParentIn(s.Links) is not null ? HasParent
        : null;

    /// <summary>Of a link that has come in from another ticket. When both have linked each other at once in different ways, the word of the smaller id stands.</summary>
    public static Refusal? RefuseIncoming(TicketState s, string id, TicketLinkView link) =>
        s.Links.FirstOrDefault(l => l.TicketId == link.TicketId) is { } mine
            ? mine.Kind == link.Kind || string.CompareOrdinal(link.TicketId, id) < 0 ? null : LinkedAlready
            : RefuseOwn(s, link);

    /// <summary>Id of the parent among links; null for none.</summary>
    public static string? ParentIn(ImmutableArray<TicketLinkView> links) => links.FirstOrDefault(l => l.Kind == TicketLinkKind.ParentOf)?.TicketId;
}
