using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Contracts;

/// <summary>What one version of a process says, the version before and the version after understand: the format only grows, and no number is used twice.</summary>
public sealed class WireFormatTests
{
    private const string Golden = "tests/Architecture.Tests/Golden/wire.txt";

    [Fact]
    public void WireFormat_OfOlderVersions_IsStillSpoken() =>
        Law.Holds($"What processes say to each other is never renamed, renumbered, retyped or removed ({Golden} has it, the code has not):", Known().Except(WireFormat.Facts()));

    [Fact]
    public void WireFormat_AddedSince_IsWrittenDown() =>
        Law.Holds($"New methods and members are added to {Golden}; a new member comes last and older processes lack it:", WireFormat.Facts().Except(Known()));

    [Fact]
    public void WireFormat_Numbers_AreUsedOnce() =>
        Law.Holds("A number of a message's member means one thing for ever.",
            Known().Where(fact => fact.Contains(": ", StringComparison.Ordinal) && fact.Split(' ')[0] is [.., ')' or ']']).GroupBy(fact => fact.Split(' ')[0]).Where(same => same.Count() > 1).Select(same => string.Join(" and ", same)));

    private static IEnumerable<string> Known() => Repository.Read(Golden).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
}
