using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Figures;
using Grainline.Load.Wire;

namespace Grainline.Load.Talk;

/// <summary>
/// One side of a conversation, posting: one post in flight, the others wait in order of their due time. What was not acknowledged is sent again
/// with the same id, as the contract asks of clients.
/// </summary>
internal sealed class Seat(Side side, History history, TalkCounts counts) : ICompletion
{
    private const double LostPause = 0.05;

    // docs/errors.md: AttachmentsUnsupported.
    private const int NoAttachments = 104;

    private readonly Lock _gate = new();
    private readonly Queue<long> _due = new();
    private IPoster? _poster;
    private PostId _current;
    private long _currentDue;
    private int _posts;
    private bool _sent;

    public string Conversation => history.Conversation;

    /// <summary>Null posts stamps and filler.</summary>
    public Speech? Speech { get; set; }

    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _current.IsNone && _due.Count == 0;
        }
    }

    /// <summary>The place of the newest acknowledged post; 0 before the first.</summary>
    public long AcknowledgedSeq { get; private set; }

    /// <summary>Something that was due before then is not acknowledged yet.</summary>
    public bool Owes(long before)
    {
        lock (_gate)
            return _current.IsNone ? _due.TryPeek(out var first) && first < before : _currentDue < before;
    }

    /// <summary>A message is due now, or was a moment ago.</summary>
    public void Due(long at)
    {
        lock (_gate)
            _due.Enqueue(at);
        Send();
    }

    public void Connect(IPoster poster)
    {
        lock (_gate)
            _poster = poster;
        Send();
    }

    /// <summary>Takes back what nobody has tried to send yet, at the end of a run.</summary>
    public void Drop()
    {
        lock (_gate)
            _due.Clear();
    }

    public void Completed(ref Utf8JsonReader result) => Acknowledged(Seq(ref result));

    public void Acknowledged(long seq)
    {
        lock (_gate)
        {
            history.Acknowledge(_current, seq);
            AcknowledgedSeq = seq;
            _current = default;
            _sent = false;
        }
        counts.NoteAcknowledged();
        Send();
    }

    public void Failed(int code, string error)
    {
        if (code == NoAttachments && Speech?.Strip(_current.Number) == true)
        {
            lock (_gate)
                _sent = false;
            Send();
            return;
        }
        // A lost connection may be noticed after its successor has come: then nobody else would send this again.
        if ((code == 0 ? LostPause : counts.Pause(code, error)) is { } wait)
            _ = Again(wait);
    }

    private async Task Again(double pause)
    {
        await Clock.Wait(pause);
        lock (_gate)
            _sent = false;
        Send();
    }

    private void Send()
    {
        IPoster poster;
        PostId post;
        long due;
        lock (_gate)
        {
            if (_sent || _poster is null || (_current.IsNone && !Next()))
                return;
            _sent = true;
            (poster, post, due) = (_poster, _current, _currentDue);
        }
        poster.Post(this, post, due);
    }

    private bool Next()
    {
        if (!_due.TryDequeue(out _currentDue))
            return false;
        _current = new(side, ++_posts);
        return true;
    }

    private static long Seq(ref Utf8JsonReader result)
    {
        while (result.Read() && result.TokenType == JsonTokenType.PropertyName)
        {
            var isSeq = result.ValueTextEquals("seq"u8);
            result.Read();
            if (isSeq)
                return result.GetInt64();
            result.Skip();
        }
        throw new InvalidDataException("The answer to a post has no seq.");
    }
}
