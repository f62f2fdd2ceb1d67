using System.Text;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Runtime.Tests.Migration;

public interface ITravellingGrain : IGrainWithStringKey
{
    /// <summary>Remembers the number and says how many it has remembered, here and in former places.</summary>
    Task<int> Remember(int number);

    Task<int[]> Remembered();

    [AlwaysInterleave]
    Task Go();

    Task Tick(TimeSpan every);
}

/// <summary>Takes along what it remembers, as a value and as bytes. Each life has a name of its own.</summary>
internal sealed class TravellingGrain(TravelBook book) : Grain, ITravellingGrain, IGrainMigrationParticipant
{
    private List<int> _numbers = [];
    private TimeSpan? _every;
    private int _life = 1;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        book.Write($"life {_life} begins");
        StartTicking();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (book.OnDeactivate is { } hook)
            await hook();
        book.Write($"life {_life} ends: {reason.ReasonCode}");
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        dehydrationContext.AddBytes("life", Encoding.UTF8.GetBytes($"{_life}"));
        if (book.PackingFails)
            throw new FormatException("does not fit");
        Assert.True(dehydrationContext.TryAddValue("numbers", _numbers.ToArray()));
        Assert.False(dehydrationContext.TryAddValue("numbers", new[] { -1 }));
        if (_every is { } every)
            dehydrationContext.TryAddValue("every", every.TotalSeconds);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        if (book.UnpackingFails)
            throw new FormatException("was broken on the way");
        Assert.True(rehydrationContext.TryGetBytes("life", out var life));
        _life = int.Parse(Encoding.UTF8.GetString(life), System.Globalization.CultureInfo.InvariantCulture) + 1;
        Assert.False(rehydrationContext.TryGetBytes("never packed", out _));
        if (rehydrationContext.TryGetValue<int[]>("numbers", out var numbers))
            _numbers = [.. numbers];
        if (rehydrationContext.TryGetValue<double>("every", out var seconds))
            _every = TimeSpan.FromSeconds(seconds);
    }

    public async Task<int> Remember(int number)
    {
        _numbers.Add(number);
        await Task.Yield();
        return _numbers.Count;
    }

    public Task<int[]> Remembered() => Task.FromResult(_numbers.ToArray());

    public Task Go()
    {
        this.MigrateOnIdle();
        return Task.CompletedTask;
    }

    public Task Tick(TimeSpan every)
    {
        _every = every;
        StartTicking();
        return Task.CompletedTask;
    }

    private void StartTicking()
    {
        if (_every is { } every)
        {
            this.RegisterGrainTimer(() =>
            {
                book.Write($"life {_life} ticks");
                return Task.CompletedTask;
            }, every, every);
        }
    }
}
