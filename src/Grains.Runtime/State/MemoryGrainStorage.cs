using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Runtime.State;

/// <summary>Keeps states in memory, as JSON so that no grain shares an object with the record. For tests and throw-away states.</summary>
internal sealed class MemoryGrainStorage(string name) : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };
    private readonly ConcurrentDictionary<(GrainId, string), Record> _records = new();
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = _records.TryGetValue((grainId, stateName), out var record);
        grainState.State = found ? JsonSerializer.Deserialize<T>(record!.Value, Json) : default;
        grainState.ETag = record?.ETag;
        grainState.RecordExists = found;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var version = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture);
        var next = new Record(JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json), version);
        var key = (grainId, stateName);
        _records.TryGetValue(key, out var stored);
        if (stored?.ETag != grainState.ETag || !(stored is null ? _records.TryAdd(key, next) : _records.TryUpdate(key, next, stored)))
            throw Stale(stateName, grainId, stored, grainState.ETag);
        grainState.ETag = next.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (grainId, stateName);
        _records.TryGetValue(key, out var stored);
        if (stored?.ETag != grainState.ETag || stored is not null && !_records.TryRemove(KeyValuePair.Create(key, stored)))
            throw Stale(stateName, grainId, stored, grainState.ETag);
        grainState.State = default;
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private InconsistentStateException Stale(string stateName, GrainId grainId, Record? stored, string? known) =>
        new($"State '{stateName}' of {grainId} in storage '{name}' was changed by another activation.", stored?.ETag, known);

    private sealed record Record(byte[] Value, string ETag);
}
