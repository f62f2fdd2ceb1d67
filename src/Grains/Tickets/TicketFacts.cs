using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets;

/// <summary>What had to be asked elsewhere before a change could be decided in one turn.</summary>
/// <param name="Agents">By id: those who are named in the change and do exist.</param>
/// <param name="ChildrenSolved">True without children.</param>
/// <param name="Attachments">By id: files of the author, bound to this change.</param>
/// <param name="Upgrades">By version: forms along the way of an upgrade, the one of now not among them.</param>
internal sealed record TicketFacts(
    ImmutableDictionary<string, AgentSummary> Agents, bool ChildrenSolved, ImmutableDictionary<string, AttachmentView> Attachments, ImmutableArray<FormVersion> Upgrades);

/// <summary>One version of a template.</summary>
internal sealed record FormVersion(int Version, CompiledForm Form);
