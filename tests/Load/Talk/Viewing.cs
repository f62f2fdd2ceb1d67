using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Figures;
using Grainline.Load.Wire;

namespace Grainline.Load.Talk;

/// <summary>One side of a conversation, reading: pushes, and Sync where they leave a gap.</summary>
/// <param name="shown">Told of every post that is applied, with its stamp, once.</param>
internal sealed class Viewing(string conversation, View view, TalkCounts counts, Action<PostId, long> shown) : ICompletion
{
    private readonly Lock _gate = new();
    private HubSocket? _socket;
    private TaskCompletionSource? _settled;
    private bool _syncing;
    private long _head;

    public View View => view;

    public void Push(in MessageEntry entry)
    {
        var post = PostId.Parse(entry.ClientMessageId);
        Step step;
        lock (_gate)
            step = view.Push(new(entry.Seq, entry.Prev, post));
        if (step == Step.Applied && !post.IsNone)
            shown(post, Stamp.Read(entry.Text));
        else if (step == Step.Gap)
            Head(entry.Seq);
    }

    public void Head(long head)
    {
        lock (_gate)
            _head = Math.Max(_head, head);
        if (head > view.Last)
            Sync();
    }

    /// <summary>A connection stands: catches up and listens. Completes when the view has reached the head.</summary>
    public Task Connect(HubSocket socket)
    {
        TaskCompletionSource settled;
        lock (_gate)
        {
            _socket = socket;
            _syncing = false;
            settled = _settled ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        Sync();
        return settled.Task;
    }

    /// <summary>Reads to the head once more, at the end of a run.</summary>
    public Task Settle() => Connect(_socket ?? throw new InvalidOperationException("The viewing was never connected."));

    public void Sync()
    {
        HubSocket socket;
        lock (_gate)
        {
            if (_syncing || _socket is null)
                return;
            _syncing = true;
            socket = _socket;
        }
        socket.Call(Methods.Sync, this, (conversation, view.Last), static (json, ask) =>
        {
            json.WriteStartObject();
            json.WriteString("conversationId"u8, ask.conversation);
            json.WriteNumber("after"u8, ask.Last);
            json.WriteEndObject();
        });
    }

    public void Completed(ref Utf8JsonReader result)
    {
        var page = new PageReader(view, _gate, shown);
        page.Read(ref result);
        TaskCompletionSource? settled = null;
        bool behind;
        lock (_gate)
        {
            _syncing = false;
            behind = view.Last < Math.Max(page.Head, _head);
            if (!behind)
                (settled, _settled) = (_settled, null);
        }
        if (behind)
            Sync();
        settled?.TrySetResult();
    }

    public void Failed(int code, string error)
    {
        if (code != 0 && counts.Pause(code, error) is { } pause)
            _ = Again(pause);
    }

    private async Task Again(double pause)
    {
        await Clock.Wait(pause);
        lock (_gate)
            _syncing = false;
        Sync();
    }
}
