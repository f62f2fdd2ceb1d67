using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Options;

/// <summary>Options tell the whole truth: what they do, their bounds, their defaults, in the code and on the operators' page.</summary>
public sealed partial class OptionsTests
{
    [Fact]
    public void OptionsClasses_Any_AreSealedAndDescribed()
    {
        Assert.True(OptionTypes.All.Count() >= 10, "The options classes were not found.");
        Law.Holds("An options class is sealed and says what it is about.",
            OptionTypes.All.Where(t => !t.IsSealed || OptionTypes.Summary(t).Length == 0).Select(t => t.FullName!));
    }

    [Fact]
    public void OptionsProperties_Any_SayTheirConsequence() =>
        Law.Holds("Every option has a docstring.",
            from type in OptionTypes.All
            from property in OptionTypes.Properties(type)
            where OptionTypes.Summary(type, property).Length < 10
            select $"{type.Name}.{property.Name}");

    [Fact]
    public void OptionsProperties_NumbersSpansAndTexts_AreBounded() =>
        Law.Holds("Numbers and time spans have a [Range], texts are [Required] or may be null.",
            from type in OptionTypes.All
            from property in OptionTypes.Properties(type)
            where NeedsRange(property.PropertyType) ? !property.IsDefined(typeof(RangeAttribute))
                : property.PropertyType == typeof(string) && !property.IsDefined(typeof(RequiredAttribute)) && !MayBeNull(property)
            select $"{type.Name}.{property.Name}");

    [Fact]
    public void OptionsDefaults_Any_AreValid() =>
        Law.Holds("Defaults keep their own bounds.",
            from type in OptionTypes.All
            let made = Activator.CreateInstance(type)!
            let faults = new List<ValidationResult>()
            where !Validator.TryValidateObject(made, new(made), faults, validateAllProperties: true)
            from fault in faults
            select $"{type.Name}: {fault.ErrorMessage}");

    [Fact]
    public void OperationsPage_OfEveryKey_HasTheDefault()
    {
        var page = Row().Matches(Repository.Read("docs/operations.md")).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["default"].Value);
        var code = OptionTypes.Keys().ToDictionary(k => k.Key, k => Spell(k.Default));
        Assert.True(code.Count > 30, "The bound sections were not found.");
        Law.Holds("docs/operations.md lists every configuration key with its default, and no other.",
            code.Where(k => page.GetValueOrDefault(k.Key) != k.Value).Select(k => $"| `{k.Key}` | `{k.Value}` | is what the code says, the page says {page.GetValueOrDefault(k.Key) ?? "nothing"}")
                .Concat(page.Keys.Except(code.Keys).Select(key => $"{key} is on the page only")));
    }

    private static bool NeedsRange(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var t && (t == typeof(TimeSpan) || (t.IsPrimitive && t != typeof(bool)));

    private static bool MayBeNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static string Spell(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        null => "",
        IEnumerable<string> list => string.Join(", ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^\| `(?<key>[A-Z]\w*(:\w+)*)` \| `(?<default>[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
