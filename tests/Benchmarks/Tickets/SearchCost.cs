using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Tickets.Lists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grainline.Benchmarks;

/// <summary>
/// How long searches take over a million messages and a hundred thousand tickets in the store of each edition, by kind of question and by who asks. PostgreSQL's processes are not in the CPU of its lines.
/// </summary>
internal static class SearchCost
{
    private const int MostTickets = 100_000;
    private const int Rounds = 60;

    // Long, so that what takes too long is measured too; it is counted against the real one in CPU, which a busy machine does not stretch.
    private const int Patience = 10_000;
    private static readonly int Budget = new SearchOptions().BudgetMilliseconds;

    public static async Task RunAsync(TextWriter output, int messages)
    {
        var (embedded, served) = (await Measure(output, SearchStore.Sqlite(), messages), await SearchStore.Postgres() is { } store ? await Measure(output, store, messages) : null);
        if (served is null)
            return;
        await output.WriteLineAsync($"{"PostgreSQL to SQLite",-36} {"p50",8} {"p99",8}");
        foreach (var (name, (half, most)) in embedded)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {served[name].Half / half,8:N1} {served[name].Most / most,8:N1}"));
    }

    private static async Task<Dictionary<string, (double Half, double Most)>> Measure(TextWriter output, SearchStore opened, int messages)
    {
        await using var store = opened;
        var (tickets, search) = (store.Services.GetRequiredService<ITicketRows>(), store.Services.GetRequiredService<ISearchRows>());
        var shop = new InventedShop(store.Services.GetRequiredService<IConversationRows>(), tickets, search);
        var (started, cpu, ticketCount) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, Math.Min(MostTickets, messages / 10));
        await shop.Talk(messages);
        await shop.OpenTickets(ticketCount);
        var (took, bytes) = (Stopwatch.GetElapsedTime(started), await store.Bytes());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{store.Name}: {shop.Texts:N0} texts of {shop.TextBytes / 1e6:N0} MB, {ticketCount:N0} tickets, on the disk {bytes / 1e6:N0} MB; built in {took.TotalSeconds:N0} s, {shop.Texts / took.TotalSeconds:N0} texts/s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:N0} s CPU"));
        await store.Settle();
        var directory = new TicketDirectory(tickets, new TicketSearch(search, new SettledClock(shop.Now), Options.Create(new SearchOptions { BudgetMilliseconds = Patience })), null!);
        return await Measure(output, directory, shop, ticketCount);
    }

    private static async Task<Dictionary<string, (double Half, double Most)>> Measure(TextWriter output, TicketDirectory directory, InventedShop shop, int tickets)
    {
        var (all, lines, random) = (new List<(double Wall, double Cpu)>(), new Dictionary<string, (double Half, double Most)>(), new Random(9));
        await output.WriteLineAsync($"{"question",-36} {"p50 ms",8} {"p99 ms",8} {"CPU p50",8} {"CPU p99",8} {"worst",8} {"hits",6} {"over",4}");
        foreach (var (name, ask) in Questions(shop.Words, random, tickets))
        {
            var (times, hits) = (new List<(double Wall, double Cpu)>(), 0);
            for (var round = 0; round < Rounds; round++)
            {
                var query = ask();
                if (round % 2 == 1)
                    query = query with { Reader = new(InventedShop.Tenant, "agent7", ["team3", "team4", "team5"]), Queues = ["queue1", "queue2"] };
                var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var page = await directory.SearchAsync(query, CancellationToken.None);
                times.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
                hits += page.Value!.Items.Length;
            }

            lines[name] = await Line(output, name, times, hits / (double)Rounds);
            all.AddRange(times);
        }

        lines["all"] = await Line(output, "all", all, 0);
        return lines;
    }

    private static IEnumerable<(string Name, Func<SearchQuery> Ask)> Questions(InventedText words, Random random, int tickets)
    {
        string En(int from, int to) => words.English(random.Next(from, to));
        string Zh(int from, int to) => words.Chinese(random.Next(from, to));
        yield return ("English, a common word", () => Ask(En(0, 10)));
        yield return ("English, a middling word", () => Ask(En(500, 3_000)));
        yield return ("English, a rare word", () => Ask(En(15_000, 30_000)));
        yield return ("English, two common words", () => Ask($"{En(0, 10)} {En(10, 20)} "));
        yield return ("English, common and rare", () => Ask($"{En(0, 10)} {En(10_000, 20_000)} "));
        yield return ("English, a beginning", () => Ask(En(0, 3_000)[..4]));
        yield return ("English, a beginning of 2 letters", () => Ask(En(0, 100)[..2]));
        yield return ("English, a phrase of common words", () => Ask($"\"{En(0, 5)} {En(0, 5)}\""));
        yield return ("Chinese, a common word", () => Ask(Zh(0, 10)));
        yield return ("Chinese, a rare word", () => Ask(Zh(8_000, 20_000)));
        yield return ("Chinese, two words", () => Ask($"{Zh(0, 50)} {Zh(0, 50)}"));
        yield return ("Chinese, four characters", () => Ask(Zh(0, 10) + Zh(0, 10)));
        yield return ("Chinese, one character", () => Ask(Zh(0, 100)[..1]));
        yield return ("Chinese and English, never together", () => Ask($"{Zh(0, 3)} {En(0, 3)} "));
        yield return ("a ticket's number", () => Ask($"#{random.Next(1, tickets)}"));
        yield return ("an order's number", () => Ask(InventedText.Order(random.Next(1, 100_000) * 10L)));
        yield return ("a tag's word", () => Ask($"tag{random.Next(200)} "));
        yield return ("common word, in a team", () => Ask(En(0, 10), new(Teams: [$"team{random.Next(20)}"])));
        yield return ("common word, unfinished", () => Ask(En(0, 10), new(Categories: [Grainline.Tickets.StateCategory.Open])));
        yield return ("common word, of an assignee", () => Ask(En(0, 10), new(Assignees: [$"agent{random.Next(300)}"])));
        yield return ("common word, tag and field", () => Ask(En(0, 10), new(Tags: [$"tag{random.Next(200)}"], Fields: Model(random.Next(50)))));
        yield return ("no word, tag and team", () => Ask(null, new(Tags: [$"tag{random.Next(200)}"], Teams: [$"team{random.Next(20)}"])));
    }

    private static ImmutableDictionary<string, Grainline.Tickets.JsonText> Model(int model) =>
        ImmutableDictionary<string, Grainline.Tickets.JsonText>.Empty.Add("model", new($"\"m{model}\""));

    private static SearchQuery Ask(string? text, TicketFilter? filter = null) => new(new(InventedShop.Tenant, "boss", null), null, text, filter, filter is null, null, 20);

    private static async Task<(double Half, double Most)> Line(TextWriter output, string name, List<(double Wall, double Cpu)> times, double hits)
    {
        double[] wall = [.. times.Select(t => t.Wall).Order()], cpu = [.. times.Select(t => t.Cpu).Order()];
        var (half, most) = (wall.Length / 2, wall.Length * 99 / 100);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{name,-36} {wall[half],8:N1} {wall[most],8:N1} {cpu[half],8:N1} {cpu[most],8:N1} {cpu[^1],8:N1} {hits,6:N1} {cpu.Count(ms => ms > Budget),4}"));
        return (wall[half], wall[most]);
    }

    /// <summary>Ages count from a fixed moment; time passes as usual.</summary>
    private sealed class SettledClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
