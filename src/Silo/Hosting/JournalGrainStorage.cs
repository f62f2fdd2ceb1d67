using System.Text.Json;
using Grainline.Journal;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Silo.Hosting;

/// <summary>Grain states: JSON in the journal's own store, fenced by ETag. A state without a record is a new one, never null.</summary>
internal sealed class JournalGrainStorage(IStateStore states) : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await states.ReadAsync(stateName, grainId.ToString());
        grainState.State = stored is null ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(stored.Payload.Span, Json)!;
        grainState.ETag = stored?.ETag;
        grainState.RecordExists = stored is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json);
        grainState.ETag = await Fenced(() => states.WriteAsync(stateName, grainId.ToString(), payload, grainState.ETag), stateName, grainId);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Fenced(async () =>
        {
            await states.ClearAsync(stateName, grainId.ToString(), grainState.ETag);
            return "";
        }, stateName, grainId);
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static async ValueTask<string> Fenced(Func<ValueTask<string>> write, string stateName, GrainId grainId)
    {
        try
        {
            return await write();
        }
        catch (ETagMismatchException e)
        {
            throw new InconsistentStateException($"State {stateName} of {grainId} was written by another activation.", e);
        }
    }
}
