using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Architecture.Contracts;

/// <summary>
/// What processes of a cluster say to each other as facts, one a line: methods of grains, messages with the numbers of their members, values of enumerations.
/// Silos and gateways of two versions talk to each other while an upgrade rolls.
/// </summary>
internal static class WireFormat
{
    public static IReadOnlyList<string> Facts()
    {
        var messages = MessageWalk.Run().Messages;
        return
        [
            .. MessageWalk.Interfaces.SelectMany(Methods).Concat(messages.Where(type => type.IsEnum).SelectMany(Values))
                .Concat(messages.Where(type => !type.IsEnum).SelectMany(Members)).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    // Orleans numbers a method by a hash of its name in C# and those of its parameters' types, not by their aliases.
    private static IEnumerable<string> Methods(Type contract) =>
        from method in contract.GetMethods()
        let parameters = string.Join(", ", method.GetParameters().Select(p => CSharp(p.ParameterType)))
        let answer = method.ReturnType.IsGenericType ? Name(method.ReturnType.GetGenericArguments()[0]) : "nothing"
        select $"{Name(contract)} = {contract.FullName}.{method.Name}({parameters}): {answer}";

    private static IEnumerable<string> Values(Type type) => Enum.GetNames(type).Select(name => $"{type.Name}.{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>Parameters of a record's constructor are numbered as they stand, by themselves; other members carry their number.</summary>
    private static IEnumerable<string> Members(Type type)
    {
        var parameters = Primary(type)?.GetParameters() ?? [];
        var @base = type.BaseType is { } above && above != typeof(object) && above != typeof(ValueType) ? $" is a {Name(above)}" : "";
        return parameters.Index().Select(p => $"{Name(type)}({p.Index}) {p.Item.Name}: {Name(p.Item.ParameterType)}")
            .Concat(from member in MessageWalk.Members(type)
                    where member.DeclaringType == type && parameters.All(p => p.Name != member.Name)
                    let id = member.GetCustomAttribute<IdAttribute>()?.Id
                    select $"{Name(type)}[{id}] {member.Name}: {Name(member.PropertyType)}")
            .Prepend($"{Name(type)}{@base}");
    }

    // The copy constructor of a record takes the record itself.
    private static ConstructorInfo? Primary(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(c => c.GetParameters() is not [] && !(c.GetParameters() is [{ ParameterType: var only }] && only == type) && !c.IsDefined(typeof(CompilerGeneratedAttribute)))
            .MaxBy(c => c.GetParameters().Length);

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? $"{Name(underlying)}?"
        : type.IsGenericParameter ? type.Name
        : type.IsGenericType ? $"{Alias(type.GetGenericTypeDefinition()).Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : Alias(type);

    private static string CSharp(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? $"{CSharp(underlying)}?"
        : type.IsGenericType ? $"{type.FullName!.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(CSharp))}>"
        : type.FullName!;

    private static string Alias(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? (typeof(IAddressable).IsAssignableFrom(type) ? type.FullName! : type.Name);
}
