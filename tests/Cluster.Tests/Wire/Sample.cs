using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Grainline.Architecture.Contracts;
using Grainline.Architecture.Tree;
using Orleans.Runtime;

namespace Grainline.Cluster.Tests.Wire;

/// <summary>Makes instances in which every member is set, and no two alike: what got lost or swapped on the way is seen.</summary>
internal sealed class Sample
{
    // Types may hold themselves; below this depth what is optional stays empty.
    private const int Deepest = 6;

    private int _made;

    /// <summary>An instance of the type, or of the first that derives from it.</summary>
    public object? Of(Type type, int depth = 0)
    {
        var number = ++_made;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, depth);
        if (type.IsEnum)
            return Enum.GetValues(type) is var values ? values.GetValue(values.Length - 1) : null;
        if (Plain(type, number) is { } plain)
            return plain;
        if (typeof(IAddressable).IsAssignableFrom(type) || type == typeof(CancellationToken))
            // References and tokens are the runtime's to make; the suites of both runtimes send them.
            return type.IsValueType ? default(CancellationToken) : null;
        if (type.Namespace == typeof(ImmutableArray).Namespace)
            return Collection(type, depth);
        return depth > Deepest && !type.IsValueType ? null : Message(type.IsAbstract ? Concrete(type) : type, depth);
    }

    private static Type Concrete(Type type) => Product.Abstractions.GetTypes().First(t => t.IsSealed && type.IsAssignableFrom(t));

    private object Message(Type type, int depth)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type).MaxBy(c => c.GetParameters().Length);
        var parameters = constructor?.GetParameters() ?? [];
        var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke([.. parameters.Select(p => Of(p.ParameterType, depth + 1))]);
        foreach (var member in MessageWalk.Members(type).Where(m => parameters.All(p => p.Name != m.Name)))
            member.SetValue(made, Of(member.PropertyType, depth + 1));
        return made;
    }

    private object Collection(Type type, int depth)
    {
        var arguments = type.GetGenericArguments();
        var count = depth > Deepest ? 0 : 2;
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments is [var only] ? only : typeof(KeyValuePair<,>).MakeGenericType(arguments)))!;
        for (var i = 0; i < count; i++)
            items.Add(arguments is [var item] ? Of(item, depth + 1) : Activator.CreateInstance(typeof(KeyValuePair<,>).MakeGenericType(arguments), Of(arguments[0], depth + 1), Of(arguments[1], depth + 1)));
        var maker = type.Assembly.GetType(type.GetGenericTypeDefinition().FullName!.Split('`')[0])!;
        return maker.GetMethods().Where(m => m.Name == "CreateRange" && m.GetParameters().Length == 1 && m.GetGenericArguments().Length == arguments.Length)
            .Select(m => m.MakeGenericMethod(arguments)).First(m => m.GetParameters()[0].ParameterType.IsInstanceOfType(items)).Invoke(null, [items])!;
    }

    private static object? Plain(Type type, int number) =>
        type == typeof(string) ? $"text {number}"
        : type == typeof(bool) ? true
        : type == typeof(int) ? number
        : type == typeof(long) ? (1L << 40) + number
        : type == typeof(double) ? number + 0.25
        : type == typeof(decimal) ? number + 0.125m
        : type == typeof(Guid) ? new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)).AddTicks(number)
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, 1).AddDays(number)
        : type == typeof(TimeOnly) ? new TimeOnly(number * 1_000L)
        : type == typeof(TimeSpan) ? TimeSpan.FromTicks(number)
        : null;
}
