using System.Collections.Immutable;
using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>One schema, compiled: what a value must be. Immutable once <see cref="Complete"/> was called, which the compiler does once; until then others may point at it already.</summary>
/// <param name="pointer">Where it stands in its document, such as <c>#/properties/reason</c>.</param>
internal sealed class SchemaNode(string pointer)
{
    public string Pointer => pointer;

    public ImmutableArray<SchemaPart> Parts { get; private set; } = [];

    public void Complete(ImmutableArray<SchemaPart> parts) => Parts = parts;

    /// <summary>What stands against the value; null when nothing does.</summary>
    public SchemaFault? Check(JsonElement value, SchemaWalk walk)
    {
        if (!walk.Step())
            return new("", "takes too long to check");
        foreach (var part in Parts)
        {
            if (part.Check(value, walk) is { } fault)
                return fault;
        }

        return null;
    }
}

/// <summary>What one keyword, or some that belong together, ask of a value.</summary>
internal abstract class SchemaPart
{
    /// <summary>Schemas that it applies to the same value, not to a part of it.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    public abstract SchemaFault? Check(JsonElement value, SchemaWalk walk);
}

/// <param name="Path">Which part of the value, such as <c>items[2].name</c>; empty for the whole.</param>
/// <param name="What">In plain words, such as <c>is missing</c>.</param>
internal sealed record SchemaFault(string Path, string What)
{
    public SchemaFault Under(string name) => this with { Path = Path.Length == 0 || Path[0] == '[' ? name + Path : $"{name}.{Path}" };
}

/// <summary>One check of one value: how deep it is, and how much work is left. Schemas that refer to themselves could ask for more work than there is time.</summary>
/// <param name="complete">Whether everything that the form requires must be there.</param>
internal sealed class SchemaWalk(bool complete)
{
    private const int MostSteps = 100_000;

    private int _steps;

    public bool Complete => complete;

    public int Depth { get; private set; }

    /// <summary>False when there was enough work.</summary>
    public bool Step() => ++_steps <= MostSteps;

    public bool Exhausted => _steps > MostSteps;

    /// <summary>Checks a part of the value.</summary>
    public SchemaFault? Inside(SchemaNode node, JsonElement part)
    {
        Depth++;
        var fault = node.Check(part, this);
        Depth--;
        return fault;
    }
}
