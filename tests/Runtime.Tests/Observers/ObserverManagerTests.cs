using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Utilities;

namespace Grainline.Runtime.Tests.Observers;

public sealed class ObserverManagerTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private DateTime _now = DateTime.UnixEpoch;

    [Fact]
    public async Task Notify_AllSubscribed_TellsEach()
    {
        var manager = Manager();
        manager.Subscribe("a", "A");
        manager.Subscribe("b", "B");

        Assert.Equal(["A", "B"], (await Told(manager)).Order());
        Assert.Equal(2, manager.Count);
    }

    [Fact]
    public async Task Notify_LeaseExpired_ForgetsTheObserver()
    {
        var manager = Manager();
        manager.Subscribe("a", "A");
        _now += Lease;
        manager.Subscribe("b", "B");
        _now += TimeSpan.FromTicks(1);

        Assert.Equal(["B"], await Told(manager));
        Assert.Equal(1, manager.Count);
    }

    [Fact]
    public async Task Subscribe_Again_RenewsTheLeaseAndReplacesTheObserver()
    {
        var manager = Manager();
        manager.Subscribe("a", "A");
        _now += Lease;
        manager.Subscribe("a", "A2");
        _now += Lease;

        Assert.Equal(["A2"], await Told(manager));
    }

    [Fact]
    public async Task Notify_OneFails_ForgetsItAndTellsTheOthers()
    {
        var manager = Manager();
        manager.Subscribe("a", "A");
        manager.Subscribe("b", "B");

        await manager.Notify(static name => name == "A" ? Task.FromException(new IOException("gone")) : Task.CompletedTask);

        Assert.Equal(["B"], manager);
    }

    [Fact]
    public async Task Notify_WithPredicate_SkipsTheOthers()
    {
        var manager = Manager();
        manager.Subscribe("a", "A");
        manager.Subscribe("b", "B");
        List<string> told = [];

        manager.Notify(told.Add, static name => name == "B");
        await Told(manager);

        Assert.Equal(["B"], told);
        Assert.Equal(2, manager.Count);
    }

    [Fact]
    public void ClearExpired_AfterTheLease_LeavesNone()
    {
        var manager = Manager();
        manager.Subscribe("a", "A");
        manager.Subscribe("b", "B");
        manager.Unsubscribe("b");
        _now += Lease + Lease;

        manager.ClearExpired();

        Assert.Empty(manager.Observers);
    }

    private static async Task<List<string>> Told(ObserverManager<string, string> manager)
    {
        List<string> told = [];
        await manager.Notify(name =>
        {
            told.Add(name);
            return Task.CompletedTask;
        });
        return told;
    }

    private ObserverManager<string, string> Manager() => new(Lease, NullLogger.Instance) { GetDateTime = () => _now };
}
