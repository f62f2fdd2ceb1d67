using System.Reflection;
using System.Runtime.CompilerServices;
using Grainline.Architecture.Contracts;
using Grainline.Architecture.Tree;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Grainline.Cluster.Tests.Wire;

/// <summary>Everything that a grain takes or answers means the same in another process: written by one serializer, read by another that was built apart.</summary>
public sealed class RoundTripTests(TwoProcesses processes) : IClassFixture<TwoProcesses>
{

    /// <summary>What stands in a signature, as it stands there; and what those hold, down to the last.</summary>
    public static TheoryData<Type> Messages => [.. Signatures.Concat(MessageWalk.Run().Messages.Where(type => !type.IsGenericTypeDefinition)).Distinct().OrderBy(type => type.ToString(), StringComparer.Ordinal)];

    private static IEnumerable<Type> Signatures =>
        from method in MessageWalk.Interfaces.SelectMany(contract => contract.GetMethods())
        from type in method.GetParameters().Select(p => p.ParameterType).Concat(method.ReturnType.IsGenericType ? [method.ReturnType.GetGenericArguments()[0]] : [])
        where type != typeof(CancellationToken) && !typeof(Orleans.Runtime.IAddressable).IsAssignableFrom(type)
        select type;

    [Fact]
    public void Messages_FoundByReflection_AreAll() => Assert.True(Messages.Count > 200, $"Only {Messages.Count} types were found: the walk is broken.");

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_SentToAnotherProcess_IsWhole(Type type)
    {
        foreach (var concrete in type.IsAbstract ? Product.Abstractions.GetTypes().Where(t => t.IsSealed && type.IsAssignableFrom(t)) : [type])
        {
            var sent = new Sample().Of(concrete);

            Assert.Equal(Spelling.Of(sent), Spelling.Of(Send(type, sent)));

            // Where the receiver cannot know the type beforehand the alias travels along. Enumerations never stand in such a place.
            if (!concrete.IsEnum)
                Assert.Equal(Spelling.Of(sent), Spelling.Of(Send(typeof(object), sent)));
        }
    }

    public static TheoryData<Type> Records => [.. Messages.Select(row => row.Data).Where(type => type is { IsAbstract: false, IsEnum: false } && type.Assembly == Product.Abstractions)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Message_WithNothingSet_ArrivesSo(Type type)
    {
        var sent = RuntimeHelpers.GetUninitializedObject(type);
        Assert.Equal(Defaulted(sent), Defaulted(Send(typeof(object), sent)));
    }

    // An array that was never made cannot be spelt, and travels as such.
    private static string Defaulted(object? value) => value is null ? "null" : string.Join('\n', MessageWalk.Members(value.GetType()).Select(member => $"{member.Name} {IsDefault(member.GetValue(value))}"));

    private static bool IsDefault(object? value) => value is null || (value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType())));

    private object? Send(Type declared, object? value) =>
        typeof(RoundTripTests).GetMethod(nameof(Pass), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(declared).Invoke(this, [value]);

    private object? Pass<T>(T value) => processes.There.GetRequiredService<Serializer<T>>().Deserialize(processes.Here.GetRequiredService<Serializer<T>>().SerializeToArray(value));
}
