using System.Collections.Immutable;
using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

internal sealed class AllOf(ImmutableArray<SchemaNode> nodes) : SchemaPart
{
    public override IEnumerable<SchemaNode> InPlace => nodes;

    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) => nodes.Select(node => node.Check(value, walk)).FirstOrDefault(fault => fault is not null);
}

internal sealed class AnyOf(ImmutableArray<SchemaNode> nodes) : SchemaPart
{
    public override IEnumerable<SchemaNode> InPlace => nodes;

    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) => nodes.Any(node => node.Check(value, walk) is null) ? null : new("", "fits none of the alternatives");
}

internal sealed class OneOf(ImmutableArray<SchemaNode> nodes) : SchemaPart
{
    public override IEnumerable<SchemaNode> InPlace => nodes;

    public override SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        var fits = nodes.Count(node => node.Check(value, walk) is null);
        return walk.Exhausted ? new("", "takes too long to check")
            : fits == 1 ? null
            : new("", fits == 0 ? "fits none of the alternatives" : "fits more than one of the alternatives");
    }
}

internal sealed class Not(SchemaNode node) : SchemaPart
{
    public override IEnumerable<SchemaNode> InPlace => [node];

    public override SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        var fits = node.Check(value, walk) is null;
        return walk.Exhausted ? new("", "takes too long to check") : fits ? new("", "is what it must not be") : null;
    }
}

internal sealed class IfThenElse(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : SchemaPart
{
    public override IEnumerable<SchemaNode> InPlace => new[] { condition, then, otherwise }.OfType<SchemaNode>();

    public override SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        var next = condition.Check(value, walk) is null ? then : otherwise;
        return walk.Exhausted ? new("", "takes too long to check") : next?.Check(value, walk);
    }
}

/// <summary><c>$ref</c>. Its target is known once all of the document was read.</summary>
internal sealed class Reference(string target) : SchemaPart
{
    private SchemaNode? _node;

    public string Target => target;

    public override IEnumerable<SchemaNode> InPlace => [_node!];

    public void Resolve(SchemaNode node) => _node = node;

    public override SchemaFault? Check(JsonElement value, SchemaWalk walk) => _node!.Check(value, walk);
}
