using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>
/// Turns a schema into nodes, once. Strict: a keyword that is not among ours (<c>docs/forms.md</c>) is a fault, never ignored, and so is a value that a keyword cannot have.
/// The first fault ends it.
/// </summary>
internal sealed partial class SchemaCompiler
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>Schemas inside schemas for one and the same value. More than this is a circle or no form.</summary>
    private const int DeepestInPlace = 16;

    private readonly Dictionary<string, SchemaNode> _nodes = [];
    private readonly List<(string At, Reference Reference)> _references = [];
    private string? _fault;

    /// <summary>The compiled schema, or what is wrong where.</summary>
    public static (SchemaNode? Root, string? Fault) Compile(JsonElement schema)
    {
        var compiler = new SchemaCompiler();
        var root = compiler.Node(schema, "#");
        compiler.Resolve();
        var depths = new Dictionary<SchemaNode, int>();
        if (compiler._fault is null && compiler._nodes.Values.FirstOrDefault(node => InPlaceDepth(node, depths) > DeepestInPlace) is { } endless)
            compiler.Fail(endless.Pointer, $"refers to itself, or more than {DeepestInPlace} schemas stand inside each other without going into the value");
        return compiler._fault is { } fault ? (null, fault) : (root, null);
    }

    private SchemaNode Node(JsonElement schema, string at)
    {
        var node = _nodes[at] = new SchemaNode(at);
        if (_fault is not null)
            return node;
        if (schema.ValueKind == JsonValueKind.False)
            node.Complete([new Never()]);
        else if (schema.ValueKind == JsonValueKind.Object)
            node.Complete([.. new Keywords(this, schema, at).Parts()]);
        else if (schema.ValueKind != JsonValueKind.True)
            Fail(at, "is no schema: an object, true or false");
        return node;
    }

    private void Resolve()
    {
        foreach (var (at, reference) in _references)
        {
            if (_nodes.TryGetValue(Uri.UnescapeDataString(reference.Target), out var node))
                reference.Resolve(node);
            else
                Fail(at, $"'$ref' names '{reference.Target}', where no schema stands; it is # or begins with #/ and stays in this document");
        }
    }

    /// <summary>How many schemas stand inside each other for one value; without end in a circle.</summary>
    private static int InPlaceDepth(SchemaNode node, Dictionary<SchemaNode, int> known)
    {
        const int endless = int.MaxValue;
        if (known.TryGetValue(node, out var depth))
            return depth;
        // Whoever comes back to it while it is being measured has gone round in a circle.
        known[node] = endless;
        var inner = node.Parts.SelectMany(part => part.InPlace).Select(next => InPlaceDepth(next, known)).DefaultIfEmpty(-1).Max();
        return known[node] = inner == endless ? endless : inner + 1;
    }

    private void Fail(string at, string what) => _fault ??= $"{at}: {what}.";

    private static string Step(string at, string name) => $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
