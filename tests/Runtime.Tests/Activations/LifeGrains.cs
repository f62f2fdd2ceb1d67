using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Tests.Activations;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Serve();

    Task<int> ServeAndEnd();

    [AlwaysInterleave]
    Task End();

    Task Delay(TimeSpan span);
}

internal class LifeGrain(LifeBook book) : Grain, ILifeGrain
{
    private int _served;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (book.MustFail())
            throw new FormatException("not today");
        book.Born(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (book.OnDeactivate is { } hook)
            await hook();
        book.Died(this.GetPrimaryKeyString(), reason.ReasonCode);
    }

    public async Task<int> Serve()
    {
        await Task.Yield();
        return ++_served;
    }

    public Task<int> ServeAndEnd()
    {
        DeactivateOnIdle();
        return Task.FromResult(++_served);
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Delay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}

public interface IKeptGrain : ILifeGrain;

[KeepAlive]
internal sealed class KeptGrain(LifeBook book) : LifeGrain(book), IKeptGrain;

public interface IShortGrain : ILifeGrain;

[CollectionAgeLimit(Minutes = 2)]
internal sealed class ShortGrain(LifeBook book) : LifeGrain(book), IShortGrain;
