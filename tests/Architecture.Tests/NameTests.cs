using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture;

/// <summary>Names say what a thing is in the words of the domain.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void Types_Any_AvoidWordsThatSayNothing() =>
        Law.Holds("Manager, Helper, Util, Processor, Info and Data name nothing of the domain.",
            Product.Named(Product.All).Where(t => Empty().IsMatch(t.Name)).Select(t => t.FullName!));

    [Fact]
    public void Files_UnderSource_AreNamedForAnIdea() =>
        Law.Holds("A file is named for its idea, never State.cs, Part2.cs, Helpers.cs.",
            Repository.CSharp("src").Where(f => !f.IsUnder("src/Grains.Runtime") && (Empty().IsMatch(Path.GetFileNameWithoutExtension(f.Name)) || Bare().IsMatch(f.Name))).Select(f => f.Path));

    [Fact]
    public void TestNames_Any_SayMethodConditionOutcome() =>
        Law.Holds("A test is named Method_Condition_Outcome.",
            from file in Repository.CSharp("tests")
            from line in file.Lines.Index()
            where Mark().IsMatch(line.Item)
            let head = file.Lines.Skip(line.Index).FirstOrDefault(l => Method().IsMatch(l)) ?? ""
            let name = Method().Match(head).Groups["name"].Value
            where name.Split('_') is not { Length: 2 or 3 } parts || parts.Any(part => part.Length == 0 || !char.IsUpper(part[0]))
            select $"{file.Path}:{line.Index + 1} {name}");

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Utilities|Processor|Info|Data)(`\\d+)?$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^(State|Rules|Events|Commands|Options|Part\d+|.*\.Part\d+)\.cs$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*public (async )?(Task|ValueTask|void|Property) (?<name>\w+)\(")]
    private static partial Regex Method();
}
