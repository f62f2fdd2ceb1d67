using System.Reflection;
using Grainline.Architecture.Tree;
using Orleans;

namespace Grainline.Architecture.Contracts;

/// <summary>What crosses a grain interface is immutable, sealed and has a stable name, so that it can be shared in one process and sent between many.</summary>
public sealed class MessageTests
{
    private static readonly MessageWalk Walk = MessageWalk.Run();

    private static IEnumerable<Type> Shapes => Walk.Messages.Where(t => !t.IsEnum);

    [Fact]
    public void Messages_FoundByTheWalk_AreMany() => Assert.True(Walk.Messages.Count > 30, $"Only {Walk.Messages.Count} types were found: the walk is broken.");

    [Fact]
    public void Messages_Members_ArePlainValuesMessagesOrImmutableCollections() =>
        Law.Holds("No List, Dictionary, array or foreign type crosses a grain interface.", Walk.Unfit);

    [Fact]
    public void Messages_Any_AreSealedRecordsOrStructs() =>
        Law.Holds("A message is a sealed record, a record struct, or an abstract record over sealed ones.",
            Shapes.Where(t => !IsRecord(t) || !(t.IsSealed || t.IsAbstract)).Select(t => t.FullName!));

    [Fact]
    public void Messages_Any_CarryTheirAttributes() =>
        Law.Holds("A message carries [GenerateSerializer, Immutable, Alias].",
            from type in Shapes
            from attribute in new[] { typeof(GenerateSerializerAttribute), typeof(ImmutableAttribute), typeof(AliasAttribute) }
            where !type.IsDefined(attribute, inherit: false)
            select $"{type.FullName} lacks {attribute.Name[..^"Attribute".Length]}");

    [Fact]
    public void Messages_Members_CannotBeSetAfterwards() =>
        Law.Holds("A message's members are set at its making only.",
            from type in Shapes
            from member in MessageWalk.Members(type)
            where !IsInitOnly(member)
            select $"{type.Name}.{member.Name}");

    [Fact]
    public void Aliases_OfAllTypes_AreUnique() =>
        Law.Holds("An alias names one type.",
            Product.Named(Product.Abstractions, Product.Grains).SelectMany(t => t.GetCustomAttributes<AliasAttribute>(inherit: false).Select(a => (a.Alias, Type: t)))
                .GroupBy(pair => pair.Alias).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(pair => pair.Type.Name))}"));

    /// <summary>Without it the name is written but cannot be read: the list of type arguments is taken for that of an array.</summary>
    [Fact]
    public void Aliases_OfGenericTypes_EndWithTheNumberOfParameters() =>
        Law.Holds("The alias of a generic type ends as its name does: outcome`1.",
            from type in Product.Named(Product.Abstractions, Product.Grains).Where(t => t.IsGenericTypeDefinition)
            from alias in type.GetCustomAttributes<AliasAttribute>(inherit: false)
            where !alias.Alias.EndsWith($"`{type.GetGenericArguments().Length}", StringComparison.Ordinal)
            select $"{type.Name}: {alias.Alias}");

    /// <summary>Orleans numbers the parameters of a primary constructor itself and sends no other member without a number.</summary>
    [Fact]
    public void SerializedMembers_OutsideThePrimaryConstructor_AreNumberedOnce() =>
        Law.Holds("A serialised member that is no constructor parameter carries [Id], and no number twice.",
            from type in Product.Named(Product.Abstractions, Product.Grains).Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            from fault in Numbering(type)
            select $"{type.Name}: {fault}");

    private static IEnumerable<string> Numbering(Type type)
    {
        var parameters = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet();
        var others = MessageWalk.Members(type).Where(m => m.DeclaringType == type && !parameters.Contains(m.Name)).ToArray();
        return others.Where(m => !m.IsDefined(typeof(IdAttribute))).Select(m => $"{m.Name} has no [Id] and would be lost between processes")
            .Concat(others.Select(m => m.GetCustomAttribute<IdAttribute>()?.Id).OfType<uint>().GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"[Id({same.Key})] is used twice"));
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public) is not null;

    private static bool IsInitOnly(PropertyInfo member) =>
        member.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
