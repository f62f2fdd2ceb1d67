using Grainline.Testing;
using Grainline.Tickets.Desk;

namespace Grainline.Tests.Tickets.Desk;

public sealed class SingleFlightTests
{
    private readonly ManualTimeProvider _clock = new();
    private int _asked;

    [Fact]
    public async Task Get_ManyAtOnce_AskOnce()
    {
        var flight = new SingleFlight<string, int>(10, _clock);
        var answer = new TaskCompletionSource<int>();
        var all = Enumerable.Range(0, 5).Select(_ => flight.Get("a", _ => { _asked++; return answer.Task; }).AsTask()).ToArray();
        answer.SetResult(7);
        Assert.All(await Task.WhenAll(all), value => Assert.Equal(7, value));
        Assert.Equal(7, await flight.Get("a", Count));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task Get_AfterAFailure_AsksAgain()
    {
        var flight = new SingleFlight<string, int>(10, _clock);
        await Assert.ThrowsAsync<TimeoutException>(async () => await flight.Get("a", _ => Task.FromException<int>(new TimeoutException())));
        Assert.Equal(1, await flight.Get("a", Count));
    }

    [Fact]
    public async Task Get_AfterItsLifeOrForgotten_AsksAgain()
    {
        var flight = new SingleFlight<string, int>(10, _clock, TimeSpan.FromSeconds(5));
        Assert.Equal(1, await flight.Get("a", Count));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, await flight.Get("a", Count));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await flight.Get("a", Count));
        flight.Forget(key => key == "a");
        Assert.Equal(3, await flight.Get("a", Count));
    }

    [Fact]
    public async Task Get_MoreThanTheBound_KeepsWhatIsUsed()
    {
        var flight = new SingleFlight<string, int>(10, _clock);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(-1, await flight.Get("used", _ => Task.FromResult(i == 0 ? -1 : -2)));
            await flight.Get($"k{i}", Count);
        }

        Assert.Equal(100, _asked);
        await flight.Get("k0", Count);
        Assert.Equal(101, _asked);
    }

    private Task<int> Count(string key) => Task.FromResult(++_asked);
}
