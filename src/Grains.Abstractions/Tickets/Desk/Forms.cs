using System.Collections.Immutable;
using Orleans;

namespace Grainline.Tickets.Desk;

/// <summary>
/// A form: what a ticket's fields must look like, and how to show them. Published in versions; a ticket keeps the version that it was written with.
/// </summary>
/// <param name="Schema">JSON Schema, draft 2020-12, of an object; the part of it that <c>docs/forms.md</c> lists. Another keyword is refused, never ignored.</param>
/// <param name="Hints">How to show it: order, labels by language, widgets, help, which fields the requester sees. Shape in <c>docs/forms.md</c>.</param>
/// <param name="Public">Whether visitors may fill it.</param>
/// <param name="UpgradeFrom">How fields of the version before become fields of this one; empty when they already fit.</param>
[GenerateSerializer, Immutable, Alias("desk.form")]
public sealed record FormSpec(string Name, JsonText Schema, JsonText Hints, bool Public, ImmutableArray<FieldStep> UpgradeFrom);

public enum FieldStepKind
{
    /// <summary><see cref="FieldStep.Field"/> is called <see cref="FieldStep.To"/> now.</summary>
    Rename,

    /// <summary>The field is gone.</summary>
    Drop,

    /// <summary>The field gets <see cref="FieldStep.Value"/> unless it is there.</summary>
    Default,

    /// <summary>Values of the field are replaced by <see cref="FieldStep.Map"/>; what it does not name stays.</summary>
    Map,
}

/// <summary>One step of an upgrade, on a field of the first level.</summary>
[GenerateSerializer, Immutable, Alias("desk.field-step")]
public sealed record FieldStep(FieldStepKind Kind, string Field, string? To = null, JsonText? Value = null, ImmutableDictionary<string, JsonText>? Map = null);
