using System.Reflection;
using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;
using Microsoft.AspNetCore.SignalR;

namespace Grainline.Architecture;

/// <summary>Smaller habits: doors without state, pure rules, turns that are not left, logs that are generated.</summary>
public sealed partial class HabitTests
{
    [Fact]
    public void Hubs_Any_AreDoors()
    {
        var hubs = Product.Gateway.GetTypes().Where(t => typeof(Hub).IsAssignableFrom(t)).ToArray();
        Assert.NotEmpty(hubs);
        Law.Holds("A hub holds injected services only: a field or a static of its own would be state.",
            from hub in hubs
            from field in hub.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field.IsStatic || !field.Name.StartsWith('<')
            select $"{hub.Name}.{field.Name}");
        Law.Holds("A hub has no try: failures are the hub filters' work.", Law.Lines(Repository.CSharp("src/Gateway/Hubs").Where(f => f.Name.EndsWith("Hub.cs", StringComparison.Ordinal)), Try()));
    }

    [Fact]
    public void RulesAndLifecycles_Any_ArePure() =>
        Law.Holds("Rules and lifecycles have no task, logger or clock.",
            Law.Lines(Repository.CSharp("src/Grains").Where(f => f.Name.EndsWith("Rules.cs", StringComparison.Ordinal) || f.Name.EndsWith("Lifecycle.cs", StringComparison.Ordinal)), Impure()));

    [Fact]
    public void Grains_Any_StayOnTheirTurn() =>
        Law.Holds("Grain code does not leave its turn: no Task.Run, no ConfigureAwait(false), no blocking.", Law.Lines(Repository.CSharp("src/Grains"), OffTurn()));

    [Fact]
    public void Logging_Any_IsSourceGenerated() =>
        Law.Holds("Log messages are named after their event and generated ([LoggerMessage]).", Law.Lines(Repository.CSharp("src"), HandMadeLog()));

    [Fact]
    public void Configuration_Any_IsReadThroughOptions() =>
        Law.Holds("Configuration is bound to options, never read by key.", Law.Lines(Repository.CSharp("src"), ByKey()));

    [Fact]
    public void Work_LeftForLater_IsNotInTheTree() =>
        Law.Holds("No stubs.", Law.Lines(Repository.Files.Where(f => !f.IsUnder("tests/Architecture.Tests")), Unfinished()));

    [Fact]
    public void Tests_Any_NeverSleepOrSkipSilently() =>
        Law.Holds("A test waits for events, not for time, and one that is skipped says why.",
            Law.Lines(Repository.CSharp("tests").Where(f => !f.IsUnder("tests/Architecture.Tests")), Sleepy()));

    [GeneratedRegex(@"\btry\b|\bcatch\b")]
    private static partial Regex Try();

    [GeneratedRegex(@"\b(Task|ValueTask|async|await|ILogger|TimeProvider|DateTimeOffset\.)\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"Task\.Run\(|ConfigureAwait\(false\)|\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)")]
    private static partial Regex OffTurn();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex HandMadeLog();

    [GeneratedRegex(@"\b[Cc]onfiguration\[""")]
    private static partial Regex ByKey();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\(\d|\bSkip\s*=\s*""""|Assert\.Skip\(\s*\)")]
    private static partial Regex Sleepy();
}
