using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Grainline.Tickets.Desk.Forms;

internal sealed partial class SchemaCompiler
{
    /// <summary>Keywords that hold schemas, and how keywords are read.</summary>
    private sealed partial class Keywords
    {
        private Members? MembersPart()
        {
            var properties = Take("properties");
            var known = properties is { } some ? Schemas("properties", some) : [];
            var others = Schema("additionalProperties");
            ImmutableArray<string> required = Take("required") is { } list ? Names("required", list) : [];
            var dependent = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
            if (Take("dependentRequired") is { } conditions)
            {
                if (conditions.ValueKind != JsonValueKind.Object)
                    return Fail<Members>("'dependentRequired' is an object of lists of names");
                foreach (var condition in conditions.EnumerateObject())
                    dependent.Add((condition.Name, Names("dependentRequired", condition.Value)));
            }

            return known.Count == 0 && others is null && required.IsEmpty && dependent.Count == 0
                ? null
                : new(_at == "#", known.ToFrozenDictionary(), others, required, dependent.ToImmutable());
        }

        private Elements? ElementsPart()
        {
            var first = SchemaList("prefixItems") ?? [];
            var (rest, contains) = (Schema("items"), Schema("contains"));
            var (fewest, most, unique) = (Count("minItems"), Count("maxItems"), Flag("uniqueItems"));
            if (fewest > most)
                Fail("'minItems' is more than 'maxItems'");
            return first.IsEmpty && rest is null && contains is null && fewest is null && most is null && !unique ? null : new(first, rest, fewest, most, unique, contains);
        }

        private IEnumerable<SchemaPart> Combining()
        {
            if (SchemaList("allOf") is { } all)
                yield return new AllOf(all);
            if (SchemaList("anyOf") is { } any)
                yield return new AnyOf(any);
            if (SchemaList("oneOf") is { } one)
                yield return new OneOf(one);
            if (Schema("not") is { } not)
                yield return new Not(not);
            var (condition, then, otherwise) = (Schema("if"), Schema("then"), Schema("else"));
            if (condition is not null)
                yield return new IfThenElse(condition, then, otherwise);
            else if (then is not null || otherwise is not null)
                Fail("'then' and 'else' need an 'if'");
        }

        private Reference? ReferencePart()
        {
            if (Text("$ref") is not { } target)
                return null;
            var reference = new Reference(target);
            _compiler._references.Add((_at, reference));
            return reference;
        }

        private Dictionary<string, SchemaNode> Schemas(string keyword, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Object)
                return value.EnumerateObject().ToDictionary(member => member.Name, member => _compiler.Node(member.Value, Step(Step(_at, keyword), member.Name)));
            Fail($"'{keyword}' is an object of schemas");
            return [];
        }

        private SchemaNode? Schema(string keyword) => Take(keyword) is { } value ? _compiler.Node(value, Step(_at, keyword)) : null;

        private ImmutableArray<SchemaNode>? SchemaList(string keyword)
        {
            if (List(keyword) is not { } list)
                return null;
            if (list.IsEmpty)
                Fail($"'{keyword}' is empty");
            return [.. list.Select((schema, index) => _compiler.Node(schema, Step(Step(_at, keyword), $"{index}")))];
        }

        private ImmutableArray<string> Names(string keyword, JsonElement value)
        {
            ImmutableArray<string?> names = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Word)] : [null];
            if (names.All(name => name is not null) && names.Distinct().Count() == names.Length)
                return [.. names.OfType<string>()];
            Fail($"'{keyword}' lists names, none twice");
            return [];
        }

        private JsonElement? Take(string keyword) => _left.Remove(keyword, out var value) ? value : null;

        private string? Text(string keyword) =>
            Take(keyword) is not { } value ? null : Word(value) ?? Fail<string>($"'{keyword}' is a text");

        private ImmutableArray<JsonElement>? List(string keyword)
        {
            if (Take(keyword) is not { } value)
                return null;
            if (value.ValueKind == JsonValueKind.Array)
                return [.. value.EnumerateArray()];
            Fail($"'{keyword}' is a list");
            return null;
        }

        private bool Flag(string keyword)
        {
            if (Take(keyword) is not { } value)
                return false;
            if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                Fail($"'{keyword}' is true or false");
            return value.ValueKind == JsonValueKind.True;
        }

        private decimal? Number(string keyword)
        {
            if (Take(keyword) is not { } value)
                return null;
            if (value.ValueKind == JsonValueKind.Number && StrictJson.TryNumber(value, out var number))
                return number;
            Fail($"'{keyword}' is a number");
            return null;
        }

        private int? Count(string keyword)
        {
            if (Number(keyword) is not { } number)
                return null;
            if (number >= 0 && number <= int.MaxValue && number == decimal.Truncate(number))
                return (int)number;
            Fail($"'{keyword}' is a whole number from 0");
            return null;
        }

        private static string? Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
