using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Events;

/// <summary>The journal's format as facts, one a line: names of events, paths and types of their members, names of enumeration values.</summary>
internal static class EventFormat
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Base records: what some state is the fold of.</summary>
    public static IEnumerable<Type> Bases =>
        Product.Grains.GetTypes().Where(t => t is { IsInterface: false, IsAbstract: false }).SelectMany(t => t.GetInterfaces())
            .Where(i => i.Name == "IEventSourced`2" && !i.GenericTypeArguments[1].IsGenericParameter).Select(i => i.GenericTypeArguments[1]).Distinct();

    public static IEnumerable<JsonDerivedTypeAttribute> Names(Type @base) => @base.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false);

    public static IReadOnlyList<string> Facts() =>
        [.. Bases.SelectMany(Names).SelectMany(name => Members(name.DerivedType, (string)name.TypeDiscriminator!).Prepend((string)name.TypeDiscriminator!))
            .Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Members(Type type, string path) =>
        from member in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where member.SetMethod is not null && !Ignored(member)
        let name = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}"
        let optional = Nullability.Create(member).ReadState == NullabilityState.Nullable ? "?" : ""
        from fact in Value(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, name, optional)
        select fact;

    private static IEnumerable<string> Value(Type type, string path, string optional) =>
        type.IsEnum ? Enum.GetNames(type).Select(value => $"{path} = {value}").Prepend($"{path}: enumeration{optional}")
        : IsMap(type) ? Value(type.GenericTypeArguments[1], path + "{}", optional)
        : IsList(type) ? Value(type.GenericTypeArguments[0], path + "[]", optional)
        : type.Namespace!.StartsWith("Grainline", StringComparison.Ordinal) ? Members(type, path).Prepend($"{path}: object{optional}")
        : [$"{path}: {type.Name}{optional}"];

    private static bool IsMap(Type type) => type.IsGenericType && typeof(IDictionary).IsAssignableFrom(type);

    private static bool IsList(Type type) => type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool Ignored(MemberInfo member) => member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };
}
