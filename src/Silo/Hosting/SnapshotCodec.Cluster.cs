using System.Buffers;
using System.Text.Json;
using Grainline.Journaling;
using Orleans;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;

namespace Grainline.Silo.Hosting;

/// <summary>Snapshots between silos, when a grain migrates, in the spelling that storage has: states are written as JSON and need no second format.</summary>
[RegisterSerializer]
internal sealed class SnapshotCodec<TState> : IFieldCodec<Snapshot<TState>>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, Snapshot<TState>? value)
        where TBufferWriter : IBufferWriter<byte>
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType, value))
            return;
        writer.WriteFieldHeader(fieldIdDelta, expectedType, typeof(Snapshot<TState>), WireType.LengthPrefixed);
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        writer.WriteVarUInt32((uint)json.Length);
        writer.Write(json);
    }

    public Snapshot<TState> ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.WireType == WireType.Reference)
            return ReferenceCodec.ReadReference<Snapshot<TState>, TInput>(ref reader, field)!;
        field.EnsureWireType(WireType.LengthPrefixed);
        var value = JsonSerializer.Deserialize<Snapshot<TState>>(reader.ReadBytes(reader.ReadVarUInt32()), Json)!;
        ReferenceCodec.RecordObject(reader.Session, value);
        return value;
    }
}
