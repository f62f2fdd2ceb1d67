using System.Collections.Immutable;
using Grainline.Routing;
using Grainline.Shifts;
using Orleans;

namespace Grainline.Tickets.Desk;

/// <summary>A department: who serves its tickets and by which rules.</summary>
/// <param name="Id">Within the tenant.</param>
/// <param name="Members">Agent ids. They see the team's tickets and may be assigned them. The team <c>default</c> without members has every agent of the tenant.</param>
/// <param name="Lifecycle">Id of the lifecycle that its new tickets follow.</param>
/// <param name="Forms">Ids of the templates that may be filled here; the first is the default.</param>
/// <param name="SlaPolicy">Id of the policy; null promises nothing.</param>
/// <param name="Hours">What its SLA clocks run by; null for around the clock.</param>
[GenerateSerializer, Immutable, Alias("desk.team")]
public sealed record Team(string Id, string Name, ImmutableArray<string> Members, string Lifecycle, ImmutableArray<string> Forms, string? SlaPolicy, WeeklyHours? Hours);

/// <param name="Targets">At most one for each metric and priority; what has none promises nothing.</param>
/// <param name="WarnAtPercent">1 to 99: people are warned when so much of the target is used.</param>
[GenerateSerializer, Immutable, Alias("desk.sla")]
public sealed record SlaPolicySpec(string Name, ImmutableArray<SlaTarget> Targets, int WarnAtPercent = 80);

/// <param name="Priority">Null for every priority that has no target of its own.</param>
/// <param name="Seconds">60 to 31,536,000, in time of the team's calendar.</param>
[GenerateSerializer, Immutable, Alias("desk.sla-target")]
public sealed record SlaTarget(SlaMetric Metric, Priority? Priority, int Seconds);

/// <summary>A list of actions under a name.</summary>
/// <param name="Teams">Where it is offered; empty for everywhere.</param>
[GenerateSerializer, Immutable, Alias("desk.macro")]
public sealed record Macro(string Id, string Name, ImmutableArray<string> Teams, ImmutableArray<TicketAction> Actions);

/// <param name="Shortcut">Typed after <c>/</c> in a composer; an id.</param>
/// <param name="Text">May name <c>{{requester.name}}</c>, <c>{{agent.name}}</c>, <c>{{ticket.number}}</c>; the console fills them in.</param>
/// <param name="Language">BCP 47 tag, if it is for one.</param>
[GenerateSerializer, Immutable, Alias("desk.reply")]
public sealed record SavedReply(string Id, string Shortcut, string Name, string Text, string? Language, ImmutableArray<string> Teams);
