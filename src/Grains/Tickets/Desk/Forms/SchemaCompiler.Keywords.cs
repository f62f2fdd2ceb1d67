using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Grainline.Tickets.Desk.Forms;

internal sealed partial class SchemaCompiler
{
    private const int LongestPattern = 500;
    private const decimal SmallestStep = 0.000001m;

    /// <summary>The keywords of one schema.</summary>
    private sealed partial class Keywords
    {
        private static readonly FrozenDictionary<string, JsonTypes> Types = new Dictionary<string, JsonTypes>
        {
            ["null"] = JsonTypes.Null, ["boolean"] = JsonTypes.Boolean, ["integer"] = JsonTypes.Integer, ["number"] = JsonTypes.Number,
            ["string"] = JsonTypes.Text, ["array"] = JsonTypes.List, ["object"] = JsonTypes.Object,
        }.ToFrozenDictionary();

        private readonly SchemaCompiler _compiler;
        private readonly string _at;
        private readonly Dictionary<string, JsonElement> _left;

        public Keywords(SchemaCompiler compiler, JsonElement schema, string at)
        {
            (_compiler, _at) = (compiler, at);
            _left = schema.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        }

        public IEnumerable<SchemaPart> Parts()
        {
            Annotations();
            ImmutableArray<SchemaPart?> parts = [TypePart(), .. ValueList(), Numbers(), Texts(), MembersPart(), ElementsPart(), .. Combining(), ReferencePart()];
            if (_left.Keys.FirstOrDefault() is { } unknown)
                Fail($"the keyword '{unknown}' is not among those that forms may use");
            return parts.OfType<SchemaPart>();
        }

        /// <summary>They ask nothing, but they have a shape.</summary>
        private void Annotations()
        {
            foreach (var name in new[] { "title", "description", "$comment" })
                Text(name);
            Take("default");
            List("examples");
            if (Text("$schema") is { } draft && (_at != "#" || draft != Draft))
                Fail($"'$schema' stands in the root only and is {Draft}");
            if (Text("$id") is not null && _at != "#")
                Fail("'$id' stands in the root only");
            if (Take("$defs") is { } definitions)
                Schemas("$defs", definitions);
        }

        private TypeIs? TypePart()
        {
            if (Take("type") is not { } type)
                return null;
            ImmutableArray<string?> names = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(Word)] : [Word(type)];
            if (names.IsEmpty || names.Distinct().Count() != names.Length || !names.All(name => name is not null && Types.ContainsKey(name)))
                return Fail<TypeIs>($"'type' is one or some of {string.Join(", ", Types.Keys.Order(StringComparer.Ordinal))}");
            return new TypeIs(names.Aggregate(JsonTypes.None, (all, name) => all | Types[name!]), string.Join(" or ", names));
        }

        private IEnumerable<SchemaPart?> ValueList()
        {
            if (List("enum") is { } values)
            {
                var texts = values.Select(CanonicalText.Of).ToHashSet();
                yield return texts.Count == values.Length && values.Length > 0 ? new OneOfValues(texts.ToFrozenSet()) : Fail<OneOfValues>("'enum' has a value at least, and none twice");
            }

            if (Take("const") is { } value)
                yield return new OneOfValues(new[] { CanonicalText.Of(value) }.ToFrozenSet());
        }

        private NumberBounds? Numbers()
        {
            var (least, most, above, below, step) = (Number("minimum"), Number("maximum"), Number("exclusiveMinimum"), Number("exclusiveMaximum"), Number("multipleOf"));
            if (step < SmallestStep)
                Fail($"'multipleOf' is at least {SmallestStep}");
            if (least > most || above >= below || least >= below || above >= most)
                Fail("no number is between its bounds");
            return least is null && most is null && above is null && below is null && step is null ? null : new(least, most, above, below, step);
        }

        private TextBounds? Texts()
        {
            var (shortest, longest, pattern, format) = (Count("minLength"), Count("maxLength"), Text("pattern"), Text("format"));
            if (shortest > longest)
                Fail("'minLength' is more than 'maxLength'");
            var known = TextFormat.All.FirstOrDefault(f => f.Name == format);
            if (format is not null && known is null)
                Fail($"the format '{format}' is none of {string.Join(", ", TextFormat.All.Select(f => f.Name))}");
            return shortest is null && longest is null && pattern is null && known is null ? null : new(shortest, longest, Pattern(pattern), known);
        }

        private (Regex Regex, string Source)? Pattern(string? pattern)
        {
            if (pattern is null)
                return null;
            var (spelled, fault) = pattern.Length > LongestPattern ? (null, $"has more than {LongestPattern} characters") : PatternReader.Read(pattern);
            try
            {
                if (fault is null)
                    return (new Regex(spelled!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), pattern);
            }
            catch (NotSupportedException)
            {
                // Its states do not fit into memory that is worth a form.
                fault = "repeats too much";
            }

            Fail($"the pattern {pattern} {fault}");
            return null;
        }

        private void Fail(string what) => _compiler.Fail(_at, what);

        private T? Fail<T>(string what)
            where T : class
        {
            Fail(what);
            return null;
        }
    }
}
