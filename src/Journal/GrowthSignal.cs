namespace Grainline.Journal;

/// <summary>The committed position and a way to await its growth. One caller at a time advances it, any number wait; a commit that nobody awaits allocates nothing.</summary>
internal sealed class GrowthSignal
{
    private TaskCompletionSource? _waiters;
    private long _position;

    public long Position => Volatile.Read(ref _position);

    public void Advance(long position)
    {
        if (position <= _position) return;
        // A full fence: either a waiter sees the new position, or this sees the waiter.
        Interlocked.Exchange(ref _position, position);
        Interlocked.Exchange(ref _waiters, null)?.SetResult();
    }

    public async Task WaitAsync(long position, CancellationToken cancellationToken)
    {
        while (Position <= position)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var current = Interlocked.CompareExchange(ref _waiters, fresh, null) ?? fresh;
            if (Position > position) return;
            await current.Task.WaitAsync(cancellationToken);
        }
    }
}
