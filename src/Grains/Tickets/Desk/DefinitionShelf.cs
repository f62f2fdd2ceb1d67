using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk;

/// <summary>Definitions of one kind, each with all of its versions. A version that was there once is always there.</summary>
internal sealed record DefinitionShelf<T>
{
    private const int MostVersions = 500;

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<Definition<T>> All { get; init; } = [];

    /// <summary>Those that are offered, at their newest version.</summary>
    [JsonIgnore]
    public IEnumerable<DefinitionVersion<T>> Newest => All.Where(d => !d.Removed).Select(d => d.Versions[^1]);

    /// <summary>The newest version of what is offered; null when it is removed or was never there.</summary>
    public DefinitionVersion<T>? Current(string id) => Find(id) is { Removed: false } found ? found.Versions[^1] : null;

    public DefinitionVersion<T>? Version(DefinitionRef version) =>
        Find(version.Id) is { } found && version.Version >= 1 && version.Version <= found.Versions.Length ? found.Versions[version.Version - 1] : null;

    public Definition<T>? Find(string id) => All.FirstOrDefault(d => d.Id == id);

    public int Next(string id) => (Find(id)?.Versions.Length ?? 0) + 1;

    public DefinitionShelf<T> Publish(DefinitionVersion<T> version) => Find(version.Id) is { } found
        ? this with { All = All.Replace(found, found with { Versions = found.Versions.Add(version), Removed = false }) }
        : this with { All = All.Add(new(version.Id, [version], false)) };

    public DefinitionShelf<T> Remove(string id) => Find(id) is { } found ? this with { All = All.Replace(found, found with { Removed = true }) } : this;

    /// <summary>Whether one more version fits.</summary>
    public Refusal? MayGrow(string id, string kind) =>
        DeskText.Id(id, $"'{id}'")
        ?? (Find(id) is null && All.Length >= TicketLimits.OfEachKind ? DeskText.Fault($"There are {TicketLimits.OfEachKind} {kind} already.") : null)
        ?? (Next(id) > MostVersions ? DeskText.Fault($"'{id}' has {MostVersions} versions already: publish it under another id.") : null);
}

internal sealed record Definition<T>(string Id, ImmutableArray<DefinitionVersion<T>> Versions, bool Removed)
{
    // Old versions make comparing dear, and one definition is never compared with another of the same id.
    public bool Equals(Definition<T>? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
