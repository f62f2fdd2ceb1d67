using Grainline.Journal;
using Microsoft.Extensions.Options;

namespace Grainline.Ids;

/// <summary>Ids from the node number that <see cref="NodeKeeper"/> keeps. Who finds none asks the keeper and waits for it, without a thread.</summary>
internal sealed class IdSource(IOptions<IdOptions> options, TimeProvider time) : IIdSource
{
    private volatile IdTerm? _term;
    private volatile TaskCompletionSource _asked = NewSignal();
    private volatile TaskCompletionSource _served = NewSignal();

    /// <summary>Completes when somebody has found nothing since the last <see cref="Serve"/>.</summary>
    public Task Asked => _asked.Task;

    public TimeOrderedId Next() => TryNext(out var id) ? id : throw Refused();

    public ValueTask<TimeOrderedId> NextAsync(CancellationToken cancellationToken = default) => TryNext(out var id) ? new(id) : new(Wait(cancellationToken));

    /// <summary>From now on this term is used, or none; those who wait try again.</summary>
    public void Serve(IdTerm? term)
    {
        _term = term;
        if (_asked.Task.IsCompleted)
            _asked = NewSignal();
        var waiting = _served;
        _served = NewSignal();
        waiting.SetResult();
    }

    private bool TryNext(out TimeOrderedId id)
    {
        for (var term = _term; ;)
        {
            if (term is not null && term.TryNext(out id))
                return true;
            var present = _term;
            if (ReferenceEquals(present, term))
                break;
            term = present;
        }

        _asked.TrySetResult();
        id = default;
        return false;
    }

    private async Task<TimeOrderedId> Wait(CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            // Before the try: what is served after it completes this one.
            var served = _served.Task;
            if (TryNext(out var id))
                return id;
            var rest = options.Value.Patience - time.GetElapsedTime(since);
            if (rest <= TimeSpan.Zero)
                throw Refused();
            await served.WaitAsync(rest, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static JournalUnavailableException Refused() =>
        new("No id can be made right now: this process holds no node number, or its clock is far behind what was used under it.");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
