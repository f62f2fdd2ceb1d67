using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Grainline.Browser.Tests.Hosting;

namespace Grainline.Browser.Tests.Kills;

/// <summary>The official client under Node, told what to write and asked what it saw.</summary>
internal sealed class NodeVisitor : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly TaskCompletionSource<string> _conversation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Said[]> _transcript = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NodeVisitor(string address)
    {
        var start = new ProcessStartInfo(Needs.Node!, [Places.Driver("visitor.mjs"), Places.Client, address])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Complain(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Every acknowledgement, in the order they came.</summary>
    public ConcurrentQueue<Ack> Acks { get; } = new();

    public Task<string> Conversation => _conversation.Task;

    public Task Post(string text) => Tell($"post {text}");

    /// <summary>The client's own log once it is whole and holds at least so many messages.</summary>
    public async Task<Said[]> Transcript(int messages)
    {
        await Tell($"transcript {messages}");
        return await _transcript.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Tell(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        using var said = JsonDocument.Parse(line);
        if (said.RootElement.TryGetProperty("ack", out var ack))
            Acks.Enqueue(ack.Deserialize<Ack>(Json)!);
        else if (said.RootElement.TryGetProperty("conversation", out var id))
            _conversation.TrySetResult(id.GetString()!);
        else if (said.RootElement.TryGetProperty("transcript", out var lines))
            _transcript.TrySetResult(lines.Deserialize<Said[]>(Json)!);
    }

    private void Complain(string? line)
    {
        if (line is null)
            return;
        var failure = new InvalidOperationException($"The visitor's driver: {line}");
        _conversation.TrySetException(failure);
        _transcript.TrySetException(failure);
    }
}
