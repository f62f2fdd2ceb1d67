using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Microsoft.Extensions.Configuration;

namespace Grainline.Tests.Tickets.Numbers;

public sealed class TicketNumberGrainTests
{
    private const string Stream = "ticket-numbers/" + GrainHost.Tenant;

    [Fact]
    public async Task Next_OneAfterTheOther_CountsFromOne()
    {
        await using var host = await GrainHost.Start();
        for (var expected = 1L; expected <= 250; expected++)
            Assert.Equal(expected, await Next(host));
        Assert.Equal(1, await host.Grains.TicketNumbers("other").Next());
    }

    [Fact]
    public async Task Next_ManyCallersAndRestarts_GivesEachNumberOnce()
    {
        await using var host = await GrainHost.Start();
        var numbers = new List<long>();
        for (var round = 0; round < 4; round++)
        {
            numbers.AddRange(await Task.WhenAll(Enumerable.Range(0, 333).Select(_ => Next(host))));
            await host.Restart();
        }

        // What was not given before an orderly stop went back: people see no gap.
        Assert.Equal(Enumerable.Range(1, 4 * 333).Select(n => (long)n), numbers.Order());
    }

    [Fact]
    public async Task Next_ActivationThatLostItsStream_RepeatsNothing()
    {
        await using var host = await GrainHost.Start();
        var numbers = new List<long> { await Next(host), await Next(host) };

        // As a later activation elsewhere would: this one's appends are refused from now on, and with them the return of what it has left.
        await host.Journal.OpenAsync(Stream, TestContext.Current.CancellationToken);
        while (numbers.Count < 300)
        {
            try
            {
                numbers.Add(await Next(host));
            }
            catch (Journal.StaleEpochException)
            {
                // The old activation's last word; the next call reaches a new one.
            }
        }

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers.Zip(numbers.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public async Task Next_AfterAnEndThatReturnedNothing_LeavesOutTheRestOfTheBlock()
    {
        await using var host = await GrainHost.Start();
        Assert.Equal((1, 2), (await Next(host), await Next(host)));

        // Nothing of this activation is written any more, as if it had been killed.
        await host.Journal.OpenAsync(Stream, TestContext.Current.CancellationToken);
        await host.Restart();

        Assert.Equal(101, await Next(host));
    }

    [Fact]
    public async Task Next_InARush_ReservesGrowingBlocks()
    {
        await using var host = await GrainHost.Start(builder => builder.Configuration.AddInMemoryCollection([new("TicketNumbers:Block", "10"), new("TicketNumbers:LargestBlock", "40")]));
        for (var call = 0; call < 500; call++)
            await Next(host);
        var inARush = await Eventually.Becomes(() => Reservations(host), sizes => sizes.Sum() >= 500);
        Assert.Equal([10, 20, 40, 40], inARush.Take(4));

        // A block that lasts is followed by a smaller one.
        for (var call = 0; call < 120; call++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            await Next(host);
        }

        Assert.Equal(10, (await Eventually.Becomes(() => Reservations(host), sizes => sizes[^1] == 10))[^1]);
    }

    private static Task<long> Next(GrainHost host) => host.Grains.TicketNumbers(GrainHost.Tenant).Next();

    private static async Task<long[]> Reservations(GrainHost host)
    {
        var ends = (await host.Journal.ReadAsync(Stream, 0, 1_000)).Select(entry => System.Text.Json.JsonDocument.Parse(entry.Payload).RootElement.GetProperty("upTo").GetInt64()).ToArray();
        return [.. ends.Zip(ends.Prepend(0), (end, start) => end - start)];
    }
}
