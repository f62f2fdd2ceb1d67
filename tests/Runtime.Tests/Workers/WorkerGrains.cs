using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Tests.Workers;

public interface IWorkerGrain : IGrainWithIntegerKey
{
    Task<Guid> Work(IMeetingGrain meeting);
}

/// <summary>Where workers meet: opens when enough of them are there at once.</summary>
public interface IMeetingGrain : IGrainWithGuidKey
{
    [AlwaysInterleave]
    Task Arrive();

    [AlwaysInterleave]
    Task WhenThere(int count);

    [AlwaysInterleave]
    Task Open();

    [AlwaysInterleave]
    Task<int> Arrived();
}

[StatelessWorker(3)]
internal sealed class WorkerGrain : Grain, IWorkerGrain
{
    private readonly Guid _self = Guid.NewGuid();

    public async Task<Guid> Work(IMeetingGrain meeting)
    {
        await meeting.Arrive();
        return _self;
    }
}

internal sealed class MeetingGrain : Grain, IMeetingGrain
{
    private readonly TaskCompletionSource _open = new();
    private readonly List<(int Count, TaskCompletionSource Source)> _watchers = [];
    private int _arrived;

    public Task Arrive()
    {
        _arrived++;
        foreach (var (_, source) in _watchers.Where(w => w.Count <= _arrived))
            source.TrySetResult();
        return _open.Task;
    }

    public Task WhenThere(int count)
    {
        if (_arrived >= count)
            return Task.CompletedTask;
        var source = new TaskCompletionSource();
        _watchers.Add((count, source));
        return source.Task;
    }

    public Task Open()
    {
        _open.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<int> Arrived() => Task.FromResult(_arrived);
}
