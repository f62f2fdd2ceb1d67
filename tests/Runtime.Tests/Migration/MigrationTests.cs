using Grainline.Runtime.Tests.Hosting;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Migration;

public sealed class MigrationTests
{
    private readonly TravelBook _book = new();

    [Fact]
    public async Task Migrate_PackedValues_ArriveBeforeTheNextLifeBegins()
    {
        await using var pair = await TravelPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remember(7);

        await pair.Send(grain);
        await _book.When("life 2 begins");

        var remembered = await grain.Remembered();
        Assert.Equal([7], remembered);
        Assert.Equal(["life 1 begins", "life 1 ends: Migrating", "life 2 begins"], _book.Events);
    }

    [Fact]
    public async Task Migrate_CallsDuringIt_AreAnsweredOnce()
    {
        await using var pair = await TravelPair.StartAsync(_book);
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
        release.SetResult();

        var answers = await Task.WhenAll(waiting);
        var remembered = await grain.Remembered();
        Assert.Equal(Enumerable.Range(2, 20), answers.Order());
        Assert.Equal(Enumerable.Range(0, 21), remembered.Order());
    }

    [Fact]
    public async Task Migrate_BackAndForthUnderCalls_AnswersEachOnceAndInTheOrderOfItsCaller()
    {
        const int Callers = 8, Lives = 8;
        await using var pair = await TravelPair.StartAsync(_book);
        var grain = Grain(pair);
        await grain.Remembered();
        using var enough = new CancellationTokenSource();

        var callers = Enumerable.Range(0, Callers).Select(Call).ToArray();
        for (var life = 2; life <= Lives; life++)
        {
            await pair.Send(grain);
            await _book.When($"life {life} begins");
        }

        await enough.CancelAsync();
        var asked = await Task.WhenAll(callers);
        var remembered = await grain.Remembered();

        Assert.Equal(asked.Sum(), remembered.Length);
        for (var caller = 0; caller < Callers; caller++)
            Assert.Equal(Enumerable.Range(0, asked[caller]), remembered.Where(n => n % Callers == caller).Select(n => n / Callers));

        // Each caller waits for an answer before it asks again.
        async Task<int> Call(int caller)
        {
            var asked = 0;
            while (!enough.IsCancellationRequested)
            {
                var number = Callers * asked++ + caller;
                await Insist(() => grain.Remember(number));
            }

            return asked;
        }

        // A call that met one leaving activation after the other may be refused, unrun: its caller asks again.
        static async Task Insist(Func<Task> ask)
        {
            while (true)
            {
                try
                {
                    await ask();
                    return;
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
        await using var pair = await TravelPair.StartAsync(_book);
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
        await using var pair = await TravelPair.StartAsync(_book);
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
        await using var pair = await TravelPair.StartAsync(_book);
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
        await using var pair = await TravelPair.StartAsync(_book);
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

    private static ITravellingGrain Grain(TravelPair pair) => pair.Grains.GetGrain<ITravellingGrain>(Guid.NewGuid().ToString());
}
