using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Grainline.Gateway.Wire;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Tickets.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Benchmarks;

/// <summary>What it costs to bring a list of 10,000 tickets up to date when one in a hundred has changed, against reading it again: bytes of JSON as the gateway writes it, and time in this process.</summary>
internal static class TicketDelta
{
    private const int Count = 10_000;
    private const int Changed = Count / 100;

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("grainline-delta-");
        await using var services = new ServiceCollection().AddLogging().AddSqliteJournal(o => o.Directory = folder.FullName).BuildServiceProvider();
        try
        {
            var rows = services.GetRequiredService<ITicketRows>();
            var shop = new InventedShop(services.GetRequiredService<IConversationRows>(), rows, services.GetRequiredService<ISearchRows>());
            await rows.WriteAsync([.. Enumerable.Range(1, Count).Select(number => shop.Ticket(number, 1, number))], []);
            await rows.WriteAsync([.. Enumerable.Range(1, Changed).Select(n => shop.Ticket(n * 100, 2, Count + n))], []);
            var directory = new TicketDirectory(rows, null!, null!);
            // Once to warm up, once to count.
            await Again(directory);
            await Delta(directory);
            var (again, delta) = (await Again(directory), await Delta(directory));
            await output.WriteLineAsync($"{Count:N0} tickets, {Changed} changed");
            await Line(output, "read again, pages of 200", again);
            await Line(output, "changes since", delta);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ratio: {(double)again.Bytes / delta.Bytes:N0} x in bytes, {again.Milliseconds / delta.Milliseconds:N0} x in time"));
        }
        finally
        {
            await services.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static TicketReader Reader => new(InventedShop.Tenant, "boss", null);

    private static async Task<(int Requests, long Bytes, double Milliseconds)> Again(TicketDirectory directory)
    {
        var (started, requests, bytes, cursor) = (Stopwatch.GetTimestamp(), 0, 0L, (string?)null);
        do
        {
            var page = await directory.ListAsync(new(Reader, new(), TicketOrder.Updated, true, cursor, 200), CancellationToken.None);
            (requests, bytes, cursor) = (requests + 1, bytes + JsonSerializer.SerializeToUtf8Bytes(page, Wire).Length, page.Next);
        }
        while (cursor is not null);
        return (requests, bytes, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task<(int Requests, long Bytes, double Milliseconds)> Delta(TicketDirectory directory)
    {
        var started = Stopwatch.GetTimestamp();
        var changes = await directory.ChangesAsync(new(Reader, new(), Count, 1_000), CancellationToken.None);
        if (changes.Changed.Length != Changed)
            throw new InvalidOperationException($"{changes.Changed.Length} tickets have changed, not {Changed}.");
        return (1, JsonSerializer.SerializeToUtf8Bytes(changes, Wire).Length, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static readonly JsonSerializerOptions Wire = MakeWire();

    private static JsonSerializerOptions MakeWire()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        WireJson.Apply(options);
        return options;
    }

    private static Task Line(TextWriter output, string what, (int Requests, long Bytes, double Milliseconds) cost) =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what,-26} {cost.Requests,4} requests {cost.Bytes,12:N0} bytes {cost.Milliseconds,8:N1} ms"));
}
