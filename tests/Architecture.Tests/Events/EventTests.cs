using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Events;

/// <summary>What is in a journal stays readable: names and members only grow.</summary>
public sealed partial class EventTests
{
    private const string Golden = "tests/Architecture.Tests/Golden/events.txt";

    [Fact]
    public void Events_OfEveryBase_AreSealedAndListed()
    {
        var bases = EventFormat.Bases.ToArray();
        Assert.NotEmpty(bases);
        Law.Holds("Every event is a sealed record and listed in its base's JsonDerivedType.",
            from @base in bases
            let listed = EventFormat.Names(@base).Select(name => name.DerivedType).ToHashSet()
            let derived = Product.Grains.GetTypes().Where(t => t != @base && @base.IsAssignableFrom(t)).ToHashSet()
            from fault in derived.Except(listed).Select(t => $"{t.Name} is not listed on {@base.Name}")
                .Concat(derived.Where(t => !t.IsSealed).Select(t => $"{t.Name} is not sealed"))
                .Concat(listed.Except(derived).Select(t => $"{t.Name} is listed on {@base.Name} but does not derive from it"))
            select fault);
    }

    [Fact]
    public void EventNames_OverAllBases_AreUniqueAndSpeltAlike()
    {
        var names = EventFormat.Bases.SelectMany(EventFormat.Names).Select(name => name.TypeDiscriminator as string ?? "(a number)").ToArray();
        Law.Holds("An event name is aggregate.what-happened, once.",
            names.Where(name => !Spelling().IsMatch(name)).Concat(names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key} twice")));
    }

    [Fact]
    public void Events_WrittenByOlderVersions_KeepTheirNamesAndMembers() =>
        Law.Holds($"What a journal may hold is never renamed, retyped or removed ({Golden} has it, the code has not):", Known().Except(EventFormat.Facts()));

    [Fact]
    public void Events_AddedSince_AreWrittenDown() =>
        Law.Holds($"New facts of the journal's format are added to {Golden}; a new member must be optional, as older entries lack it:", EventFormat.Facts().Except(Known()));

    private static IEnumerable<string> Known() => Repository.Read(Golden).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');

    [GeneratedRegex("^[a-z]+\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Spelling();
}
