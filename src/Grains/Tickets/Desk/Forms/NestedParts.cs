using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>What an object's members must be.</summary>
/// <param name="top">Whether this is the form itself: what it requires may be missing while a ticket is not complete.</param>
internal sealed class Members(
    bool top, FrozenDictionary<string, SchemaNode> known, SchemaNode? others, ImmutableArray<string> required, ImmutableArray<(string If, ImmutableArray<string> Then)> dependent) : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var member in value.EnumerateObject())
        {
            var node = known.GetValueOrDefault(member.Name) ?? others;
            if (node is not null && walk.Inside(node, member.Value) is { } fault)
                return fault.Under(member.Name);
        }

        if ((walk.Complete || !top || walk.Depth > 0) && Missing(value, required) is { } name)
            return new(name, "is missing");
        foreach (var (condition, then) in dependent)
        {
            if (value.TryGetProperty(condition, out _) && Missing(value, then) is { } needed)
                return new(needed, $"is missing beside '{condition}'");
        }

        return null;
    }

    private static string? Missing(JsonElement value, ImmutableArray<string> names) => names.FirstOrDefault(name => !value.TryGetProperty(name, out _));
}

/// <summary>What a list's items must be.</summary>
/// <param name="first">By place.</param>
/// <param name="rest">Those after them.</param>
internal sealed class Elements(ImmutableArray<SchemaNode> first, SchemaNode? rest, int? fewest, int? most, bool unique, SchemaNode? contains) : SchemaPart
{
    public override SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return null;
        var length = value.GetArrayLength();
        if (length < fewest)
            return new("", $"has fewer than {fewest} items");
        if (length > most)
            return new("", $"has more than {most} items");
        var seen = unique ? new HashSet<string>() : null;
        var found = contains is null;
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            var node = index < first.Length ? first[index] : rest;
            if (node is not null && walk.Inside(node, item) is { } fault)
                return fault.Under($"[{index}]");
            if (seen?.Add(CanonicalText.Of(item)) == false)
                return new($"[{index}]", "stands twice");
            found = found || walk.Inside(contains!, item) is null;
        }

        return walk.Exhausted ? new("", "takes too long to check") : found ? null : new("", "has no item of the kind that it must have");
    }
}
