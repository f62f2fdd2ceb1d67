using System.Reflection;
using Grainline.Architecture.Tree;
using Orleans;

namespace Grainline.Architecture.Contracts;

/// <summary>Grain interfaces, grain classes and keys.</summary>
public sealed class GrainTests
{
    [Fact]
    public void GrainInterfaces_Any_CarryAnAlias() =>
        Law.Holds("A grain interface has an alias: its name on the wire outlives a rename.",
            MessageWalk.Interfaces.Where(i => !i.IsDefined(typeof(AliasAttribute), inherit: false)).Select(i => i.Name));

    [Fact]
    public void GrainMethods_Any_AreDomainVerbsAndAsynchronous() =>
        Law.Holds("A grain method returns a task and its name has no Async.",
            from method in MessageWalk.Interfaces.SelectMany(i => i.GetMethods())
            where method.Name.EndsWith("Async", StringComparison.Ordinal) || !(method.ReturnType.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1")
            select $"{method.DeclaringType!.Name}.{method.Name}");

    [Fact]
    public void GrainClasses_Any_AreInternalAndSealed()
    {
        var grains = Product.Grains.GetTypes().Where(t => typeof(Grain).IsAssignableFrom(t) && !t.IsAbstract).ToArray();
        Assert.NotEmpty(grains);
        Law.Holds("A grain is internal and sealed: its interface is the contract.", grains.Where(t => t.IsVisible || !t.IsSealed).Select(t => t.FullName!));
    }

    [Fact]
    public void GrainInterfaces_Any_HaveOneGrain() =>
        Law.Holds("Each keyed grain interface is implemented by one grain, unless it is a capability that others inherit.",
            from contract in MessageWalk.Interfaces
            where typeof(IGrain).IsAssignableFrom(contract) && contract.Name.EndsWith("Grain", StringComparison.Ordinal)
            let grains = Product.Grains.GetTypes().Count(t => t.IsClass && contract.IsAssignableFrom(t))
            where grains != 1
            select $"{contract.Name} has {grains}");

    [Fact]
    public void Keys_FormattedAndParsed_AreTheSame()
    {
        var keys = KeyTypes.ToArray();
        Assert.NotEmpty(keys);
        foreach (var type in keys)
        {
            var key = Activator.CreateInstance(type, "shop", "0a.b-c_D")!;
            Assert.Equal("shop/0a.b-c_D", key.ToString());
            Assert.Equal(key, Parse(type, key.ToString()!));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("shop")]
    [InlineData("/id")]
    [InlineData("shop/")]
    [InlineData("shop/other/id")]
    [InlineData("shop/a b")]
    [InlineData("shop/ä")]
    public void Keys_ThatAreNone_AreRefused(string text)
    {
        foreach (var type in KeyTypes)
            Assert.IsType<FormatException>(Assert.Throws<TargetInvocationException>(() => Parse(type, text)).InnerException);
    }

    private static IEnumerable<Type> KeyTypes => Product.Named(Product.Abstractions).Where(t => t.IsValueType && t.Name.EndsWith("Key", StringComparison.Ordinal));

    private static object? Parse(Type type, string text) => type.GetMethod("Parse", [typeof(string)])!.Invoke(null, [text]);
}
