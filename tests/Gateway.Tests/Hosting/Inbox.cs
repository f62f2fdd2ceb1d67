using System.Text.Json;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>What a hub client has received: replies by invocation, events by name, the end.</summary>
internal sealed class Inbox
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> _replies = [];
    private readonly List<(string Target, JsonElement Argument)> _events = [];
    private readonly List<(string Target, Func<JsonElement, bool> Fits, TaskCompletionSource<JsonElement> Waiting)> _waiting = [];
    private readonly TaskCompletionSource<string?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(string Target, JsonElement Argument)> _all = [];
    private string? _reason;

    public Task<string?> Closed => _closed.Task;

    public Task<JsonElement> Reply(string id)
    {
        lock (_lock)
            return (_replies[id] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    public Task<JsonElement> Next(string target, Func<JsonElement, bool> fits)
    {
        lock (_lock)
        {
            var at = _events.FindIndex(item => item.Target == target && fits(item.Argument));
            if (at >= 0)
            {
                var found = _events[at].Argument;
                _events.RemoveAt(at);
                return Task.FromResult(found);
            }
            var waiting = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((target, fits, waiting));
            return waiting.Task;
        }
    }

    public IReadOnlyList<JsonElement> Seen(string target)
    {
        lock (_lock)
            return [.. _all.Where(item => item.Target == target).Select(item => item.Argument)];
    }

    public void Accept(JsonElement message)
    {
        lock (_lock)
        {
            switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
            {
                case 1:
                    Event(message.GetProperty("target").GetString()!, message.GetProperty("arguments")[0]);
                    break;
                case 3:
                    _replies[message.GetProperty("invocationId").GetString()!].TrySetResult(message);
                    break;
                case 7:
                    _reason ??= message.TryGetProperty("error", out var error) ? error.GetString() : null;
                    break;
            }
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _closed.TrySetResult(_reason);
            foreach (var (_, reply) in _replies)
                reply.TrySetException(new IOException($"The connection has ended: {_reason}"));
            foreach (var (target, _, waiting) in _waiting)
                waiting.TrySetException(new IOException($"The connection has ended before {target}: {_reason}"));
        }
    }

    private void Event(string target, JsonElement argument)
    {
        _all.Add((target, argument));
        var at = _waiting.FindIndex(item => item.Target == target && item.Fits(argument));
        if (at < 0)
        {
            _events.Add((target, argument));
            return;
        }
        _waiting[at].Waiting.TrySetResult(argument);
        _waiting.RemoveAt(at);
    }
}
