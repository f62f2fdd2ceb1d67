using System.Collections.Immutable;
using System.Reflection;
using Grainline.Architecture.Tree;
using Orleans.Runtime;

namespace Grainline.Architecture.Contracts;

/// <summary>Every type that crosses a grain interface: parameters, results, and through their members whatever these hold.</summary>
internal sealed class MessageWalk
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly),
        typeof(TimeOnly), typeof(DayOfWeek), typeof(TimeSpan), typeof(CancellationToken),
    ];

    private readonly HashSet<Type> _seen = [];

    public static IEnumerable<Type> Interfaces => Product.Abstractions.GetTypes().Where(t => t.IsInterface && typeof(IAddressable).IsAssignableFrom(t));

    /// <summary>Records, structs and enums of ours, generic ones as definitions.</summary>
    public HashSet<Type> Messages { get; } = [];

    /// <summary>Where something stands that may not travel.</summary>
    public List<string> Unfit { get; } = [];

    public static MessageWalk Run()
    {
        var walk = new MessageWalk();
        foreach (var method in Interfaces.SelectMany(i => i.GetMethods()))
        {
            var place = $"{method.DeclaringType!.Name}.{method.Name}";
            foreach (var parameter in method.GetParameters())
                walk.Visit(parameter.ParameterType, $"{place}({parameter.Name})");
            if (method.ReturnType.IsGenericType)
                walk.Visit(method.ReturnType.GetGenericArguments()[0], place);
        }

        return walk;
    }

    private void Visit(Type type, string place)
    {
        if (type.IsGenericParameter || Plain.Contains(type) || !_seen.Add(type) || (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)))
            return;
        foreach (var argument in type.GetGenericArguments())
            Visit(argument, place);
        if (Nullable.GetUnderlyingType(type) is not null || IsImmutableCollection(type))
            return;
        if (type.Assembly != Product.Abstractions || (type.IsInterface && !type.IsEnum))
        {
            Unfit.Add($"{place}: {type} is neither a message, a plain value nor an immutable collection");
            return;
        }

        Messages.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        if (type.IsEnum)
            return;
        foreach (var member in Members(type))
            Visit(member.PropertyType, $"{type.Name}.{member.Name}");
        foreach (var derived in Product.Abstractions.GetTypes().Where(t => t.BaseType == type))
            Visit(derived, $"{type.Name} <- {derived.Name}");
    }

    /// <summary>What is stored and therefore sent; computed properties have no setter.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.SetMethod is not null);

    private static bool IsImmutableCollection(Type type) => type.Namespace == typeof(ImmutableArray).Namespace && type.Name.StartsWith("Immutable", StringComparison.Ordinal);
}
