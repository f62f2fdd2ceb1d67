using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets.Work;
using static Grainline.Tests.Tickets.TicketScene;
using static Grainline.Tests.Tickets.Work.SagaScene;

namespace Grainline.Tests.Tickets.Work;

/// <summary>A transfer, a merge, a split and the way back of each, cut off at every call, before and after it was done, with and without the end of the process: it is finished, once, or never was.</summary>
public sealed class SagaCrashTests
{
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Transfer_CutOffAnywhere_IsFinishedOrNeverWas(bool after, bool restart)
    {
        await using var host = await Departments();
        await Everywhere(host, after, restart, async n => await host.Order(Id(n)), n => host.Saga($"s{n}").Transfer(ToBilling(Id(n))), async (n, done) =>
        {
            var ticket = await host.Seen(Id(n));
            Assert.Equal(done ? (Billing, "invoice", "office") : (Care, "order", "default"), (ticket.Team, ticket.Form.Id, ticket.Lifecycle.Id));
            Assert.Equal(done ? 1 : 0, (await host.Ticket(Id(n)).Entries(Boss)).Count(e => e.Kind == "transfer"));
            host.CountsAllTime(ticket);
        });
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Undo_OfATransferCutOffAnywhere_IsFinishedOrNeverWas(bool after, bool restart)
    {
        await using var host = await Departments();
        await Everywhere(
            host, after, restart,
            async n =>
            {
                await host.Order(Id(n));
                Done(await host.Saga($"s{n}").Transfer(ToBilling(Id(n))));
            },
            n => host.Saga($"s{n}").Undo(Amy),
            async (n, done) =>
            {
                var ticket = await host.Seen(Id(n));
                Assert.Equal(done ? (Care, "order", "default") : (Billing, "invoice", "office"), (ticket.Team, ticket.Form.Id, ticket.Lifecycle.Id));
                Assert.Equal(done ? 1 : 0, (await host.Ticket(Id(n)).Entries(Boss)).Count(e => e.Kind == "undo"));
                host.CountsAllTime(ticket);
            });
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Merge_CutOffAnywhere_IsFinishedOrNeverWas(bool after, bool restart)
    {
        await using var host = await Departments();
        await Everywhere(host, after, restart, n => MergeTests.Three(host, Id(n)), n => host.Saga($"s{n}").Merge(MergeTests.IntoFirst(Id(n))), (n, done) =>
            done ? MergeTests.AreOne(host, Id(n)) : MergeTests.AreThree(host, Id(n)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Undo_OfAMergeCutOffAnywhere_IsFinishedOrNeverWas(bool after, bool restart)
    {
        await using var host = await Departments();
        await Everywhere(
            host, after, restart,
            async n =>
            {
                await MergeTests.Three(host, Id(n));
                Done(await host.Saga($"s{n}").Merge(MergeTests.IntoFirst(Id(n))));
            },
            n => host.Saga($"s{n}").Undo(Amy),
            (n, done) => done ? MergeTests.AreThree(host, Id(n)) : MergeTests.AreOne(host, Id(n)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Split_CutOffAnywhere_IsFinishedOrNeverWas(bool after, bool restart)
    {
        await using var host = await Departments();
        var command = (SplitTicket?)null;
        await Everywhere(
            host, after, restart,
            async n =>
            {
                await SplitTests.Two(host, Id(n));
                command = await SplitTests.Second(host, Id(n));
            },
            n => host.Saga($"s{n}").Split(command!),
            async (n, done) => await SplitTests.IsSplit(host, Id(n), done ? Done(await host.Saga($"s{n}").View(Boss)).TicketIds[^1] : null));
    }

    public static TheoryData<bool, bool> Ways => new() { { false, false }, { true, false }, { false, true }, { true, true } };

    private static string Id(int n) => $"t{n}";

    /// <summary>One case for each call that the whole thing makes.</summary>
    private static async Task Everywhere(
        GrainHost host, bool after, bool restart, Func<int, Task> prepare, Func<int, Task<Outcome<TicketSagaView>>> act, Func<int, bool, Task> check)
    {
        for (var n = 1; ; n++)
        {
            await prepare(n);
            var before = (await host.Saga($"s{n}").View(Boss)).Value;
            var cut = after ? Cut.After(host, n) : Cut.Before(host, n);
            try
            {
                await act(n);
            }
            catch (CutOffException)
            {
                // Whoever asked does not know what came of it.
            }

            cut.End();
            if (restart && cut.Hit)
                await host.Restart();
            var view = (await Eventually.Answers(() => host.Saga($"s{n}").View(Boss))).Value;
            var begun = view is not null && view.Status != before?.Status;
            if (begun)
                Assert.Null((await host.Ends($"s{n}")).Why);
            await check(n, begun);

            // Whatever came of it, nobody is held, and who asks again gets it done.
            if (!begun)
                Assert.Null((await act(n)).Refusal);
            await check(n, true);
            foreach (var id in Done(await host.Saga($"s{n}").View(Boss)).TicketIds)
                await host.MayChange(id);
            if (!cut.Hit)
                break;
        }
    }
}
