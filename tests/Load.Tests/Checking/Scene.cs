using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Tests.Checking;

/// <summary>
/// A server that keeps one conversation honestly and lies where a test tells it to. What it says goes through the tool's own parser and client rule,
/// as bytes, on the way to the checker.
/// </summary>
internal sealed class Scene
{
    private readonly List<(long Seq, string Post)> _journal = [];

    public Scene()
    {
        Visitor = History.AddView("visitor");
        Agent = History.AddView("agent");
    }

    public History History { get; } = new("c1");

    public View Visitor { get; }

    public View Agent { get; }

    /// <summary>Stores a post, acknowledges it and pushes it to those named.</summary>
    public long Post(string post, params View[] to)
    {
        var seq = Store(post);
        Acknowledge(post, seq);
        foreach (var view in to)
            Push(view, seq, seq - 1, post);
        return seq;
    }

    public void PostToAll(params string[] posts)
    {
        foreach (var post in posts)
            Post(post, Visitor, Agent);
    }

    public long Store(string post)
    {
        _journal.Add((_journal.Count + 1, post));
        return _journal.Count;
    }

    public void Acknowledge(string post, long seq) => History.Acknowledge(PostId.Parse(System.Text.Encoding.ASCII.GetBytes(post)), seq);

    public static Step Push(View view, long seq, long prev, string post)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(Entry(seq, prev, post)));
        reader.Read();
        var entry = MessageEntry.Read(ref reader);
        return view.Push(new(entry.Seq, entry.Prev, PostId.Parse(entry.ClientMessageId)));
    }

    /// <summary>Syncs a view from what the server would answer; <paramref name="broken"/> may change the page.</summary>
    public void Sync(View view, Func<IEnumerable<(long Seq, string Post)>, IEnumerable<(long Seq, string Post)>>? broken = null)
    {
        var page = _journal.Where(entry => entry.Seq > view.Last);
        var prev = view.Last;
        var messages = new List<object>();
        foreach (var (seq, post) in broken is null ? page : broken(page))
        {
            messages.Add(Entry(seq, prev, post));
            prev = seq;
        }
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(new { messages, head = _journal.Count, conversation = new { head = 99 } }));
        reader.Read();
        var head = new PageReader(view, new(), static (_, _) => { });
        head.Read(ref reader);
        Assert.Equal(_journal.Count, head.Head);
    }

    public Violation[] Judge()
    {
        Sync(History.AddView("transcript"));
        return [.. History.Judge()];
    }

    private static object Entry(long seq, long prev, string post) => new
    {
        conversationId = "c1",
        seq,
        clientMessageId = post,
        author = new { kind = "visitor", id = "x", name = "X" },
        kind = "text",
        text = "hello",
        attachments = Array.Empty<int>(),
        prev,
    };
}
