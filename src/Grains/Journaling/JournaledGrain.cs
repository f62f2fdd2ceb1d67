using Grainline.Journal;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Journaling;

/// <summary>
/// A grain whose memory is its stream. <see cref="Commit"/> decides at once and persists behind: <see cref="State"/> runs ahead of the disk by the appends in flight, so that many may be
/// in flight, while <see cref="Durable"/> holds only what is committed. Reads answer from <see cref="Durable"/>; nobody is told before the commit, and all are told in seq order.
/// When an append fails, whatever the reason, this activation's state is worth nothing any more: it deactivates and the next one starts from the journal.
/// </summary>
internal abstract class JournaledGrain<TState, TEvent>(GrainJournal<TEvent> services, IPersistentState<Snapshot<TState>> snapshot) : Grain
    where TState : class, IEventSourced<TState, TEvent>
    where TEvent : class
{
    private const int PageSize = 500;

    private string _stream = "";
    private Task<StreamHead>? _opened;
    private Task<Task> _started = Task.FromResult(Task.CompletedTask);
    private Task _tail = Task.CompletedTask;
    private IGrainTimer? _saver;
    private bool _saving;

    /// <summary>First word of the stream's name.</summary>
    protected abstract string Kind { get; }

    /// <summary>Everything decided so far: what decisions are made on.</summary>
    protected TState State { get; private set; } = TState.Initial;

    /// <summary>Everything committed so far: what readers see.</summary>
    protected TState Durable { get; private set; } = TState.Initial;

    protected long Head { get; private set; }

    protected long DurableHead { get; private set; }

    /// <summary>Grows by one with every activation that writes.</summary>
    protected long Epoch => _opened is { IsCompletedSuccessfully: true } opened ? opened.Result.Epoch : 0;

    protected TimeProvider Time => services.Time;

    protected virtual int SnapshotEvery => 200;

    protected string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stream = $"{Kind}/{StreamId}";
        if (snapshot.State is { State: { } saved } kept && kept.Schema == TState.Schema)
            (State, Head) = (saved, kept.Seq);

        // A stream nobody has written needs no fence yet: probing unknown ids must not leave a trace on the disk.
        var exists = Head > 0 || (await services.Journal.ReadAsync(_stream, 0, 1, cancellationToken)).Count > 0;
        if (exists)
        {
            var head = (await (_opened = Open())).Head;
            if (Head > head)
            {
                // The journal was restored from before the snapshot: what the snapshot knows more never happened.
                snapshot.State = new Snapshot<TState>();
                (State, Head) = (TState.Initial, 0);
            }

            while (Head < head)
            {
                var page = await services.Journal.ReadAsync(_stream, Head, PageSize, cancellationToken);
                if (page.Count == 0)
                    throw new InvalidDataException($"Stream {_stream} ends at {Head}, not at its head {head}.");
                foreach (var entry in page)
                    State = State.Apply(services.Codec.Decode(entry), Head = entry.Seq, entry.At);
            }
        }

        (Durable, DurableHead) = (State, Head);
        await OnRestored(cancellationToken);
    }

    protected virtual string StreamId => Key;

    /// <summary>State is complete; the grain may start its timers.</summary>
    protected virtual Task OnRestored(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>One committed event, in seq order: tell whoever listens. Must not throw and must not wait.</summary>
    protected virtual void Tell(in Step<TState, TEvent> step)
    {
    }

    /// <summary>Decides the events now and completes after they are on disk and everyone was told.</summary>
    protected Task<Stamp> Commit(params ReadOnlySpan<TEvent> events)
    {
        var at = Time.GetUtcNow();
        var from = Head;
        var steps = new Step<TState, TEvent>[events.Length];
        var entries = new NewEntry[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            entries[i] = services.Codec.Encode(events[i], at);
            var before = State;
            State = before.Apply(events[i], ++Head, at);
            steps[i] = new(Head, events[i], at, before, State);
        }

        // Nearly always the stream is open and nothing waits for that any more: then the entries go straight to the journal.
        var commit = _opened is { IsCompletedSuccessfully: true } && _started.IsCompletedSuccessfully
            ? Persist(from, entries, _tail, steps)
            : Persist(_started = Start(_started, from, entries), _tail, steps);
        _tail = commit;
        return commit;
    }

    /// <summary>Completes when everything decided so far is durable, fails if it will not be.</summary>
    protected Task Settled() => _tail;

    protected async Task<IReadOnlyList<(JournalEntry Entry, TEvent Event)>> ReadStream(long after, int limit)
    {
        var page = await services.Journal.ReadAsync(_stream, after, limit);
        return [.. page.Where(e => e.Seq <= DurableHead).Select(e => (e, services.Codec.Decode(e)))];
    }

    protected ValueTask<long?> FindClientId(string clientId) => services.Journal.FindClientIdAsync(_stream, clientId);

    /// <summary>
    /// Hands the entries to the journal, after those of every commit before: while a new stream is being opened some wait, and none that comes later may pass them.
    /// </summary>
    private async Task<Task> Start(Task<Task> before, long from, NewEntry[] entries)
    {
        var epoch = (await (_opened ??= Open())).Epoch;
        await before;
        return services.Journal.AppendAsync(_stream, epoch, from, entries).AsTask();
    }

    private async Task<Stamp> Persist(Task<Task> started, Task previous, Step<TState, TEvent>[] steps)
    {
        try
        {
            await await started;
            await previous;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        return Landed(steps);
    }

    private async Task<Stamp> Persist(long from, NewEntry[] entries, Task previous, Step<TState, TEvent>[] steps)
    {
        try
        {
            await services.Journal.AppendAsync(_stream, Epoch, from, entries);
            await previous;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        return Landed(steps);
    }

    private Stamp Landed(Step<TState, TEvent>[] steps)
    {
        foreach (ref readonly var step in steps.AsSpan())
        {
            (Durable, DurableHead) = (step.After, step.Seq);
            Tell(in step);
        }

        SaveWhenDue();
        return new(steps[0].Seq, steps[0].At);
    }

    private Task<StreamHead> Open() => services.Journal.OpenAsync(_stream).AsTask();

    private void SaveWhenDue()
    {
        if (_saving || DurableHead - snapshot.State.Seq < SnapshotEvery)
            return;
        _saving = true;
        _saver?.Dispose();
        _saver = this.RegisterGrainTimer(Save, new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan, Interleave = true });
    }

    private async Task Save(CancellationToken cancellationToken)
    {
        try
        {
            snapshot.State = new Snapshot<TState> { Seq = DurableHead, Schema = TState.Schema, State = Durable };
            await snapshot.WriteStateAsync(cancellationToken);
        }
        finally
        {
            _saving = false;
        }
    }
}
