using Grainline.Runtime.Calls;

namespace Grainline.Runtime.Activations;

/// <summary>
/// Which calls of an activation may run now: one at a time and first come first served, except that reentrant grains and always-interleaving
/// calls never wait, and read-only calls run beside each other, also past a waiting writer (a reader may be what the running reader waits for).
/// Not thread-safe: the activation guards it.
/// </summary>
internal sealed class CallQueue(bool reentrant)
{
    private Queue<Message>? _waiting;
    private int _waitingReaders;
    private int _interleaving;
    private int _readers;
    private bool _writer;

    internal bool IsIdle => !IsRunning && _waiting is not { Count: > 0 };

    internal bool IsRunning => _writer || _readers > 0 || _interleaving > 0;

    /// <summary>Counts the message as running if it may run now.</summary>
    internal bool TryAdmit(Message message)
    {
        if (reentrant || message.IsAlwaysInterleave)
            _interleaving++;
        else if (_writer)
            return false;
        else if (message.IsReadOnly)
            _readers++;
        else if (_readers > 0)
            return false;
        else
            _writer = true;
        return true;
    }

    internal void Wait(Message message)
    {
        (_waiting ??= new()).Enqueue(message);
        if (message.IsReadOnly)
            _waitingReaders++;
    }

    internal void Leave(Message message)
    {
        if (reentrant || message.IsAlwaysInterleave)
            _interleaving--;
        else if (message.IsReadOnly)
            _readers--;
        else
            _writer = false;
    }

    /// <summary>The next waiting message that may run, counted as running; null if none may.</summary>
    internal Message? Next()
    {
        if (_waiting is not { Count: > 0 })
            return null;
        if (TryAdmit(_waiting.Peek()))
            return Take();
        return _readers > 0 && _waitingReaders > 0 ? NextReader() : null;
    }

    /// <summary>Takes all that wait, in order, for the next activation.</summary>
    internal Queue<Message>? Surrender()
    {
        var waiting = _waiting;
        _waiting = null;
        _waitingReaders = 0;
        return waiting;
    }

    private Message Take()
    {
        var message = _waiting!.Dequeue();
        if (message.IsReadOnly)
            _waitingReaders--;
        return message;
    }

    // Turns the queue once round, which leaves the order of the others as it was.
    private Message? NextReader()
    {
        Message? found = null;
        for (var left = _waiting!.Count; left > 0; left--)
        {
            var message = Take();
            if (found is null && message.IsReadOnly && TryAdmit(message))
                found = message;
            else
                Wait(message);
        }
        return found;
    }
}
