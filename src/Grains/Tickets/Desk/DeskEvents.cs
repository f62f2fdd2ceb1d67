using System.Text.Json.Serialization;
using Grainline.Conversations;

namespace Grainline.Tickets.Desk;

/// <summary>What can happen to a tenant's desk. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(TeamSaved), "desk.team-saved")]
[JsonDerivedType(typeof(LifecycleDefined), "desk.lifecycle-published")]
[JsonDerivedType(typeof(FormDefined), "desk.form-published")]
[JsonDerivedType(typeof(SlaPolicyDefined), "desk.sla-policy-published")]
[JsonDerivedType(typeof(MacroSaved), "desk.macro-saved")]
[JsonDerivedType(typeof(ReplySaved), "desk.reply-saved")]
[JsonDerivedType(typeof(DeskRemoved), "desk.removed")]
internal abstract record DeskEvent;

internal sealed record TeamSaved(Author By, Team Team) : DeskEvent;

internal sealed record LifecycleDefined(Author By, string Id, int Version, LifecycleSpec Spec, string? Note) : DeskEvent;

internal sealed record FormDefined(Author By, string Id, int Version, FormSpec Spec, string? Note) : DeskEvent;

internal sealed record SlaPolicyDefined(Author By, string Id, int Version, SlaPolicySpec Spec, string? Note) : DeskEvent;

internal sealed record MacroSaved(Author By, Macro Macro) : DeskEvent;

internal sealed record ReplySaved(Author By, SavedReply Reply) : DeskEvent;

/// <summary>No longer offered. Versions stay readable: tickets live by them.</summary>
internal sealed record DeskRemoved(Author By, DeskKind Kind, string Id) : DeskEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeskEvent))]
internal sealed partial class DeskJson : JsonSerializerContext;
