using Grainline.Runtime.Calls;
using Orleans.Runtime;

namespace Grainline.Runtime.Activations;

/// <summary>
/// Runs the turns of one activation one at a time on the thread pool: calls admitted, and every continuation of an await in them.
/// Whoever owns the scheduler (a pool thread, or a caller that runs its call inline) executes; others only enqueue.
/// </summary>
internal sealed class ActivationScheduler(IGrainContext owner) : TaskScheduler, IThreadPoolWorkItem
{
    private const int MaxTurnsInARow = 64;
    private const int MaxMillisecondsInARow = 25;
    private static readonly Action<object?> RunTurn = static turn => ((ITurn)turn!).Run();

    // The scheduler that this thread works for right now.
    [ThreadStatic]
    private static ActivationScheduler? t_executing;

    private readonly Queue<object> _items = new();
    private bool _owned;

    internal static new ActivationScheduler? Current => TaskScheduler.Current as ActivationScheduler;

    internal IGrainContext Owner { get; } = owner;

    public override int MaximumConcurrencyLevel => 1;

    internal bool TryOwn()
    {
        lock (_items)
            return !_owned && (_owned = true);
    }

    /// <summary>Runs one turn on the calling thread, which owns the scheduler since <see cref="TryOwn"/>, and gives the scheduler back.</summary>
    internal void RunInline(ITurn turn)
    {
        // Nothing of the caller's ambient state may reach the grain, and nothing of the grain's the caller.
        var caller = ExecutionContext.Capture()!;
        var outer = t_executing;
        t_executing = this;
        InlineTurn.Enter();
        try
        {
            ExecutionContext.Restore(InlineTurn.CleanContext);
            Step(turn);
        }
        finally
        {
            ExecutionContext.Restore(caller);
            InlineTurn.Leave();
            t_executing = outer;
            Disown();
        }
    }

    /// <summary>Adds a turn, or a task of this scheduler, behind the others.</summary>
    internal void Enqueue(object item)
    {
        lock (_items)
        {
            _items.Enqueue(item);
            if (_owned)
                return;
            _owned = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    void IThreadPoolWorkItem.Execute()
    {
        var start = Environment.TickCount64;
        t_executing = this;
        try
        {
            for (var turns = 0; turns < MaxTurnsInARow && Environment.TickCount64 - start < MaxMillisecondsInARow; turns++)
            {
                if (!TryTake(out var item))
                    return;
                Step(item);
            }
        }
        finally
        {
            t_executing = null;
        }
        Disown();
    }

    protected override void QueueTask(Task task) => Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => ReferenceEquals(t_executing, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_items)
            return [.. _items.OfType<Task>()];
    }

    private void Step(object item)
    {
        // Only inside a task does TaskScheduler.Current lead awaits back here.
        if (item is Task task)
            TryExecuteTask(task);
        else
            new Task(RunTurn, item).RunSynchronously(this);
    }

    private bool TryTake(out object item)
    {
        lock (_items)
        {
            if (_items.TryDequeue(out item!))
                return true;
            _owned = false;
            return false;
        }
    }

    private void Disown()
    {
        lock (_items)
        {
            if (_items.Count == 0)
            {
                _owned = false;
                return;
            }
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
