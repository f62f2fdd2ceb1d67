using Grainline.Browser.Tests.Hosting;
using Grainline.Browser.Tests.Pages;

namespace Grainline.Browser.Tests.Kills;

/// <summary>
/// The promise of the product, on the real process: it is killed five times without warning while a visitor (the official client under Node) and an agent
/// (the console in Chromium) write a thousand messages. What was acknowledged is there once and in order, in the journal and on both sides.
/// </summary>
public sealed class KillNineTests(OneBrowser browser, ITestOutputHelper output)
{
    private const int Kills = 5;
    private const int EachSide = 500;
    private const int Stride = EachSide / (Kills + 1);

    // The test writes faster than people do; how fast people may write is another test's business.
    private static readonly string[] Settings = ["--Budgets:VisitorBurst=2000", "--Budgets:AgentBurst=4000"];

    [Fact]
    public async Task Conversation_OfAThousandMessagesUnderFiveKills_LosesDoublesAndReordersNothing()
    {
        Needs.NodeJs();
        Needs.Browser();
        await using var silo = new SiloProcess(Settings);
        await silo.Start();
        var chromium = await browser.Get();
        await using var amy = await AgentDesk.LogIn(await chromium.NewContextAsync(new() { BaseURL = silo.Address }), "amy");
        var tap = new WireTap(amy.Page);
        // The tap hears sockets that are opened after it.
        await amy.Page.ReloadAsync();
        await amy.IsOnline();
        await amy.BecomeAvailable();
        await using var visitor = new NodeVisitor(silo.Address);
        var conversation = await visitor.Conversation;
        await visitor.Post("v-0000");
        await amy.Accept("v-0000");

        await WriteUnderFire(silo, visitor, amy, tap);

        const int Total = 2 * EachSide + 1;
        var seenByVisitor = await visitor.Transcript(Total).WaitAsync(TimeSpan.FromSeconds(60));
        var seenByAmy = await RenderedThread.Whole(amy, Total);
        var exitCode = await silo.Stop();
        var journal = await JournalTranscript.Read(silo.Data, conversation);
        output.WriteLine($"{journal.Count} messages, {visitor.Acks.Count} + {tap.Acks.Count} acknowledgements read off the wire, {Kills} kills.");

        Assert.Equal(0, exitCode);
        Assert.Equal(Written("v", EachSide + 1, 0), journal.Where(m => m.By == "visitor").Select(m => m.Text));
        Assert.Equal(Written("a", EachSide, 1), journal.Where(m => m.By == "agent").Select(m => m.Text));
        Assert.Equal(Total, journal.Count);
        Assert.Equal(Total, journal.Select(m => m.Id).Distinct().Count());
        Assert.Equal(journal, seenByVisitor);
        Assert.Equal(journal.Select(m => (m.By == "visitor" ? "left" : "right", m.Text)), seenByAmy.Select(m => (m.Side, m.Text)));
        Assert.All(seenByAmy, m => Assert.Contains(m.State, (string[])["none", "delivered", "read"]));
        var places = journal.ToDictionary(m => m.Id, m => m.Seq);
        Assert.All(visitor.Acks.Concat(tap.Acks), ack => Assert.Equal(ack.Seq, places[ack.Id]));
    }

    private async Task WriteUnderFire(SiloProcess silo, NodeVisitor visitor, AgentDesk amy, WireTap tap)
    {
        var restarting = Task.CompletedTask;
        for (var n = 1; n <= EachSide; n++)
        {
            await visitor.Post($"v-{n:0000}");
            await amy.Write($"a-{n:0000}");
            if (n % Stride != 0 || n / Stride > Kills)
                continue;
            await restarting;
            await BothAreHeardAfter(n - Stride, visitor, tap);
            // Not awaited: both sides go on writing through the death and the return.
            restarting = KillAndRestart(silo, n);
        }
        await restarting;
    }

    /// <summary>A kill counts only if it meets two sides whose posts arrive: both must have an answer to something written after the last one.</summary>
    private static Task BothAreHeardAfter(int kill, NodeVisitor visitor, WireTap tap) => Eventually.So(
        () => visitor.Acks.Count > kill + 1 && tap.Acks.Count > kill,
        () => $"{kill} posts a side were written before the last kill, and now {visitor.Acks.Count} of the visitor's and {tap.Acks.Count} of the agent's are acknowledged.");

    private async Task KillAndRestart(SiloProcess silo, int at)
    {
        var started = TimeProvider.System.GetTimestamp();
        await silo.KillNine();
        await silo.Start();
        output.WriteLine($"Killed after {at} posts of each side, ready again {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s later.");
    }

    private static IEnumerable<string> Written(string side, int count, int from) => Enumerable.Range(from, count).Select(n => $"{side}-{n:0000}");
}
