using System.Text.Json.Serialization;
using Grainline.Conversations;

namespace Grainline.Tickets.Lists;

/// <summary>What can happen to a tenant's saved views. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(SavedViewSaved), "views.saved")]
[JsonDerivedType(typeof(SavedViewRemoved), "views.removed")]
internal abstract record SavedViewEvent;

internal sealed record SavedViewSaved(Author By, SavedView View) : SavedViewEvent;

internal sealed record SavedViewRemoved(Author By, string ViewId) : SavedViewEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SavedViewEvent))]
internal sealed partial class SavedViewJson : JsonSerializerContext;
