using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Grainline.Load.Wire;

/// <summary>One SignalR connection in the JSON protocol: calls with their answers, events to whoever derives from this.</summary>
internal abstract class HubSocket : IRecords
{
    private readonly Dictionary<int, ICompletion> _calls = [];
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RawSocket? _raw;
    private int _lastCall;
    private bool _ended;

    /// <summary>Ends when the connection has ended, after every open call was told.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public async Task Open(Dialer dialer, string pathAndQuery, CancellationToken cancellation)
    {
        _raw = await dialer.Dial(pathAndQuery, cancellation);
        Ended = Loop(_raw);
        Send("{\"protocol\":\"json\",\"version\":1}"u8);
        await _shaken.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellation);
    }

    public void Ping() => Send("{\"type\":6}"u8);

    /// <summary>Cuts the connection without a word.</summary>
    public void Abort() => _raw?.Dispose();

    public async Task<JsonElement> Invoke(JsonEncodedText target, object? argument, CancellationToken cancellation = default)
    {
        var call = new HubCall();
        Call(target, call, argument, static (json, value) =>
        {
            if (value is not null)
                JsonSerializer.Serialize(json, value, value.GetType(), JsonSerializerOptions.Web);
        });
        return await call.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, cancellation);
    }

    /// <summary>Sends a call; the completion is told exactly once.</summary>
    public void Call<T>(JsonEncodedText target, ICompletion completion, T argument, Action<Utf8JsonWriter, T> write)
    {
        int id;
        bool ended;
        lock (_calls)
        {
            id = ++_lastCall;
            ended = _ended;
            if (!ended)
                _calls.Add(id, completion);
        }
        if (ended)
        {
            completion.Failed(0, "The connection is gone.");
            return;
        }
        var writer = HubWriter.OfThisThread;
        write(writer.Begin(target, id), argument);
        writer.End();
        Push(writer);
    }

    public void Take(ReadOnlySpan<byte> record)
    {
        if (!_shaken.Task.IsCompleted)
        {
            if (record.SequenceEqual("{}"u8))
                _shaken.TrySetResult();
            else
                _shaken.TrySetException(new IOException($"The hub refused the handshake: {System.Text.Encoding.UTF8.GetString(record)}"));
            return;
        }
        HubRecord.Read(record, this);
    }

    /// <summary>An event; the reader stands on the first argument's first token.</summary>
    public abstract void Event(ReadOnlySpan<byte> target, ref Utf8JsonReader argument);

    public void Completed(ReadOnlySpan<byte> invocation, ref Utf8JsonReader result, string? error)
    {
        Utf8Parser.TryParse(invocation, out int id, out _);
        ICompletion? completion;
        lock (_calls)
            _calls.Remove(id, out completion);
        if (error is null)
            completion?.Completed(ref result);
        else
            completion?.Failed(Code(error), error);
    }

    private static int Code(string error) =>
        int.TryParse(error.AsSpan(0, Math.Max(0, error.IndexOf(':'))), CultureInfo.InvariantCulture, out var code) ? code : 500;

    private void Send(ReadOnlySpan<byte> record)
    {
        var writer = HubWriter.OfThisThread;
        writer.Raw(record);
        Push(writer);
    }

    // A connection that breaks while sending ends its loop as well, and that tells the calls.
    private void Push(HubWriter writer)
    {
        try
        {
            _raw!.Send(writer.Buffer, writer.PayloadAt, writer.PayloadLength);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            _raw!.Dispose();
        }
    }

    private async Task Loop(RawSocket raw)
    {
        await raw.Receive(this);
        ICompletion[] open;
        lock (_calls)
        {
            _ended = true;
            open = [.. _calls.Values];
            _calls.Clear();
        }
        _shaken.TrySetException(new IOException("The connection was lost during the handshake."));
        foreach (var completion in open)
            completion.Failed(0, "The connection was lost.");
    }
}
