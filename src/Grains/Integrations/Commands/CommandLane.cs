using System.Threading.Channels;

namespace Grainline.Integrations.Commands;

/// <summary>
/// One partition: its records one at a time, in order. Each is stored as read only after it is done with. A lane that holds many has its partition paused, so memory stays bounded whatever is sent.
/// </summary>
internal sealed class CommandLane
{
    private readonly Channel<IncomingRecord> _line = Channel.CreateUnbounded<IncomingRecord>(new() { SingleReader = true });
    private readonly CancellationTokenSource _leaving = new();
    private readonly Lock _lock = new();
    private readonly PartitionId _partition;
    private readonly CommandHandler _handler;
    private readonly ICommandSource _source;
    private readonly int _capacity;
    private readonly Task _work;
    private int _waiting;
    private bool _paused;
    private bool _shut;

    public CommandLane(PartitionId partition, CommandHandler handler, ICommandSource source, int capacity)
    {
        (_partition, _handler, _source, _capacity) = (partition, handler, source, capacity);
        _work = Work();
    }

    public void Add(IncomingRecord record)
    {
        lock (_lock)
        {
            if (_shut || _leaving.IsCancellationRequested)
                return;
            Count(1);
            _line.Writer.TryWrite(record);
            if (_paused || _waiting < _capacity)
                return;
            _paused = true;
            _source.Pause(_partition);
        }
    }

    /// <summary>The partition goes elsewhere: what is under way may finish and be stored until <paramref name="patience"/> has passed, everything behind it is dropped.</summary>
    public async Task Leave(TimeSpan patience, TimeProvider time)
    {
        await _leaving.CancelAsync();
        await Task.WhenAny(_work, Task.Delay(patience, time));
        Shut();
    }

    /// <summary>The partition is somebody else's already: nothing is stored from now on.</summary>
    public void Abandon()
    {
        Shut();
        _leaving.Cancel();
    }

    private async Task Work()
    {
        try
        {
            await foreach (var record in _line.Reader.ReadAllAsync(_leaving.Token))
            {
                await _handler.Handle(record, _leaving.Token);
                Done(record);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // What is not done stays unread: whoever has the partition next reads it.
        }
    }

    private void Done(IncomingRecord record)
    {
        lock (_lock)
        {
            if (_shut)
                return;
            Count(-1);
            _source.Store(_partition, record.Offset + 1);
            if (!_paused || _waiting > _capacity / 2)
                return;
            _paused = false;
            _source.Resume(_partition);
        }
    }

    private void Shut()
    {
        lock (_lock)
        {
            if (_shut)
                return;
            _shut = true;
            Count(-_waiting);

            // A partition that comes back is not to be found asleep.
            if (_paused)
                _source.Resume(_partition);
        }
    }

    private void Count(int change)
    {
        _waiting += change;
        IntegrationMetrics.CommandsWaiting.Add(change);
    }
}
