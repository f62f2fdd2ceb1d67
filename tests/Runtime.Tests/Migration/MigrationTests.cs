using Grainline.Runtime.Tests.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Migration;

public sealed class MigrationTests
{
    private readonly TravelBook _book = new();

    [Fact]
    public async Task Migrate_PackedValues_ArriveBeforeTheNextLifeBegins()
    {
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(7);

        await pair.Send(grain);
        await _book.When("life 2 begins");

        var remembered = await grain.Remembered();
        Assert.Equal([7], remembered);
        Assert.Equal(["life 1 begins", "life 1 ends: Migrating", "life 2 begins"], _book.Events);
    }

    [Fact]
    public async Task Migrate_CallsDuringIt_AreAnsweredOnceAndInOrder()
    {
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(0);
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _book.OnDeactivate = () =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        await pair.Send(grain);
        await entered.Task;

        var waiting = Enumerable.Range(1, 20).Select(grain.Remember).ToArray();
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        _book.OnDeactivate = null;
        release.SetResult();

        Assert.Equal(Enumerable.Range(2, 20), await Task.WhenAll(waiting));
        Assert.Equal(Enumerable.Range(0, 21), await grain.Remembered());
    }

    [Fact]
    public async Task Migrate_AgainAndAgainUnderCalls_AnswersEachOnce()
    {
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(-1);
        var answers = new int[2_000];

        await Parallel.ForAsync(0, answers.Length, async (i, _) =>
        {
            if (i % 100 == 50)
                await pair.Send(grain);
            answers[i] = await Insist(() => grain.Remember(i));
        });

        Assert.Equal(Enumerable.Range(2, answers.Length), answers.Order());
        Assert.Equal(Enumerable.Range(-1, answers.Length + 1), (await grain.Remembered()).Order());
        Assert.True(_book.Events.Count(e => e.EndsWith("Migrating")) > 1, "The grain has hardly migrated.");

        // A call that met one leaving activation after the other may be refused, unrun: its caller asks again.
        static async Task<int> Insist(Func<Task<int>> ask)
        {
            while (true)
            {
                try
                {
                    return await ask();
                }
                catch (OrleansMessageRejectionException)
                {
                    // Not run, so asked again.
                }
            }
        }
    }

    [Fact]
    public async Task OnDehydrate_Throws_GrainGoesOnWithWhatItHadPacked()
    {
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(7);
        _book.PackingFails = true;

        await pair.Send(grain);
        await _book.When("life 2 begins");

        Assert.Equal(1, await grain.Remember(8));
        var remembered = await grain.Remembered();
        Assert.Equal([8], remembered);
    }

    [Fact]
    public async Task OnRehydrate_Throws_GrainGoesOnWithoutAPast()
    {
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(7);
        _book.UnpackingFails = true;

        await pair.Send(grain);
        await _book.When("life 1 begins", times: 2);

        Assert.Equal(1, await grain.Remember(8));
    }

    [Fact]
    public async Task OnDeactivate_Throws_NextCallMeetsAGrainWithoutAPast()
    {
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(7);
        var entered = new TaskCompletionSource();
        _book.OnDeactivate = () =>
        {
            entered.TrySetResult();
            throw new FormatException("not now");
        };

        await pair.Send(grain);
        await entered.Task;
        _book.OnDeactivate = null;

        Assert.Equal(1, await grain.Remember(8));
        Assert.Equal(["life 1 begins", "life 1 begins"], _book.Events);
    }

    [Fact]
    public async Task Timers_OfAGrainThatMigrates_EndThereAndGoOnHere()
    {
        var every = TimeSpan.FromSeconds(5);
        await using var pair = await SiloPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Tick(every);
        await pair.Clock.WhenArmed(every);
        pair.Clock.Advance(every);
        await _book.When("life 1 ticks");

        await pair.Send(grain);
        await _book.When("life 2 begins");
        await grain.Remembered();
        pair.Clock.Advance(every);
        await _book.When("life 2 ticks");

        Assert.Equal(1, _book.Events.Count(e => e == "life 1 ticks"));
    }

    private static ITravellingGrain Grain(SiloPair pair) => pair.Grains.GetGrain<ITravellingGrain>(Guid.NewGuid().ToString());
}
