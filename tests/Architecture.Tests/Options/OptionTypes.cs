using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Options;

/// <summary>The options classes, their sections and their docstrings.</summary>
internal static partial class OptionTypes
{
    // The silo sets these itself, from --data.
    private static readonly string[] NotConfigured = ["Journal:Directory"];

    private static readonly Dictionary<string, string> Docs = Product.All
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .GroupBy(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim() ?? "")
        .ToDictionary(same => same.Key, same => same.First());

    public static IEnumerable<Type> All => Product.Named(Product.All).Where(t => t.IsClass && t.Name.EndsWith("Options", StringComparison.Ordinal));

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(p => p.SetMethod?.IsPublic == true);

    public static string Summary(Type type, PropertyInfo? property = null) =>
        Docs.GetValueOrDefault(property is null ? $"T:{type.FullName}" : $"P:{type.FullName}.{property.Name}", "");

    /// <summary>Configuration keys with their defaults, for the classes that are bound to a section.</summary>
    public static IEnumerable<(string Key, object? Default)> Keys() =>
        from section in Sections()
        let type = Assert.Single(All, t => t.Name == section.Type)
        let made = Activator.CreateInstance(type)
        from property in Properties(type)
        let key = section.Name.Length == 0 ? property.Name : $"{section.Name}:{property.Name}"
        where !NotConfigured.Contains(key)
        select (key, property.GetValue(made));

    private static IEnumerable<(string Type, string Name)> Sections() =>
        Repository.CSharp("src").SelectMany(f => Binding().Matches(f.Text)).Select(m => (m.Groups["type"].Value, m.Groups["name"].Value))
            .Append(("SqliteJournalOptions", "Journal")).Append(("PostgresOptions", "Postgres"));

    [GeneratedRegex("(AddSection<(?<type>\\w+)>\\(configuration, |AddOptions<(?<type>\\w+)>\\(\\)\\.BindConfiguration\\()\"(?<name>[\\w:]*)\"")]
    private static partial Regex Binding();
}
