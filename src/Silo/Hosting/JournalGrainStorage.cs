using System.Text.Json;
using System.Text.Json.Serialization;
using Grainline.Journal;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Silo.Hosting;

/// <summary>Grain states as JSON in the journal's state store, under the name of the state and the id of the grain.</summary>
internal sealed class JournalGrainStorage(IStateStore store) : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, MaxDepth = 32 };

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await store.ReadAsync(stateName, grainId.ToString());
        grainState.State = stored is null ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(stored.Payload.Span, Json);
        grainState.ETag = stored?.ETag;
        grainState.RecordExists = stored is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json);
        grainState.ETag = await Guarded(grainState, () => store.WriteAsync(stateName, grainId.ToString(), payload, grainState.ETag));
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Guarded(grainState, async () =>
        {
            await store.ClearAsync(stateName, grainId.ToString(), grainState.ETag);
            return "";
        });
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    // The runtime ends the activation on this exception: its picture of the state is not the stored one.
    private static async Task<string> Guarded<T>(IGrainState<T> state, Func<ValueTask<string>> write)
    {
        try
        {
            return await write();
        }
        catch (ETagMismatchException mismatch)
        {
            throw new InconsistentStateException(mismatch.CurrentETag, state.ETag, mismatch);
        }
    }
}
