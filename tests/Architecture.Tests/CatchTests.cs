using System.Text.RegularExpressions;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture;

/// <summary>Whoever catches everything says why, and stands where one failure must not stop the rest.</summary>
public sealed partial class CatchTests
{
    /// <summary>Files that may catch whatever comes, with what they are. A new one is a decision: add it with its reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["src/Grains.Runtime/Activations/Activation.Lifecycle.cs"] = "hosts foreign code: the failure goes to the callers or the log",
        ["src/Grains.Runtime/Activations/Activation.Migration.cs"] = "hosts foreign code: a migration goes on without what failed to pack or unpack",
        ["src/Grains.Runtime/Calls/Invocation.Result.cs"] = "hosts foreign code: the failure is the call's outcome",
        ["src/Grains.Runtime/Observers/ObserverManager.cs"] = "fan-out over observers",
        ["src/Grains.Runtime/Timers/GrainTimer.cs"] = "hosts foreign code: a tick's failure ends the tick",
        ["src/Grains/Balancing/SiloReporter.cs"] = "host loop, and fan-out over orders",
        ["src/Grains/Deadlines/DeadlineShardGrain.cs"] = "fan-out over deadlines",
        ["src/Grains/Deadlines/DeadlineWaker.cs"] = "host loop",
        ["src/Grains/Integrations/Commands/CommandHandler.cs"] = "host loop",
        ["src/Grains/Push/GatewayLane.cs"] = "fan-out over gateways",
        ["src/Grains/Push/ListenerSearch.cs"] = "fan-out over gateways",
        ["src/Grains/Routing/RoutingGrain.Asking.cs"] = "fan-out over agents",
        ["src/Grains/Tickets/Work/BulkRunGrain.Working.cs"] = "fan-out over tickets",
        ["src/Journal/JournalFollower.cs"] = "host loop",
        ["src/Journal/Postgres/GrowthWatch.cs"] = "host loop",
        ["src/Journal/Postgres/Writing/GroupWriter.cs"] = "host loop",
        ["src/Journal/Sqlite/JournalWriter.cs"] = "host loop",
        ["src/Gateway/Authorization/SocketDoor.cs"] = "filter: classifies for the client",
        ["src/Gateway/HubFilters/FaultFilter.cs"] = "filter: classifies for the client",
        ["src/Gateway/Push/AgentBridge.cs"] = "fan-out over sockets",
        ["src/Gateway/Push/GatewayObserver.cs"] = "fan-out over pushes",
        ["src/Gateway/Push/LeaseKeeper.cs"] = "host loop",
        ["src/Gateway/Push/RosterKeeper.cs"] = "host loop",
        ["src/Gateway/Push/SessionWatch.cs"] = "host loop",
        ["src/Gateway/Push/Socket.cs"] = "fan-out over sockets",
        ["src/Gateway/Push/PictureBridge.cs"] = "fan-out over sockets",
        ["src/Gateway/Push/TopicKeeper.cs"] = "host loop",
    };

    [Fact]
    public void CatchAll_OutsideTheList_DoesNotExist() =>
        Law.Holds("catch (Exception) stands in filters, host loops and fan-out only.", Blocks().Where(b => !Allowed.ContainsKey(b.File.Path)).Select(Place));

    [Fact]
    public void CatchAll_Anywhere_SaysWhy() =>
        Law.Holds("catch (Exception) has a comment that says why, above it or as the first line of its block.",
            Blocks().Where(b => !new[] { b.Line - 1, b.Line, b.Line + 2 }.Any(i => b.File.Lines.ElementAtOrDefault(i)?.Contains("// ") == true)).Select(Place));

    [Fact]
    public void CatchAll_InTheList_IsStillThere() =>
        Law.Holds("The list names files that catch everything, and no others.", Allowed.Keys.Except(Blocks().Select(b => b.File.Path)));

    [Fact]
    public void Catch_WithAnEmptyBlock_DoesNotExist() =>
        Law.Holds("No failure is swallowed without a word.", Repository.CSharp("src").Where(f => Swallowed().IsMatch(f.Text)).Select(f => f.Path));

    // A catch with a filter is narrowed to what it names, and one that throws on only cleans up.
    private static IEnumerable<(SourceFile File, int Line)> Blocks() =>
        from file in Repository.CSharp("src")
        from line in file.Lines.Index()
        where CatchAll().IsMatch(line.Item) && !ThrowsOn(file.Lines, line.Index)
        select (file, line.Index);

    private static bool ThrowsOn(string[] lines, int at)
    {
        var indent = lines[at].Length - lines[at].TrimStart().Length;
        var end = Array.FindIndex(lines, at, line => line == new string(' ', indent) + "}");
        return end > 0 && lines[end - 1].Trim() == "throw;";
    }

    private static string Place((SourceFile File, int Line) block) => $"{block.File.Path}:{block.Line + 1}";

    [GeneratedRegex(@"^\s*catch(\s*\(\s*(System\.)?Exception\b[^)]*\))?\s*$")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"^\s*catch\b[^\n]*\n\s*\{\s*\}|\bcatch\s*(\([^)]*\))?\s*\{\s*\}", RegexOptions.Multiline)]
    private static partial Regex Swallowed();
}
