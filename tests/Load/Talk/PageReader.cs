using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Wire;

namespace Grainline.Load.Talk;

/// <summary>Applies a MessagePage to a view, straight from the buffer.</summary>
internal sealed class PageReader(View view, Lock gate, Action<PostId, long> shown)
{
    public long Head { get; private set; }

    /// <summary>The reader stands on the page's object.</summary>
    public void Read(ref Utf8JsonReader page)
    {
        while (page.Read() && page.TokenType == JsonTokenType.PropertyName)
        {
            var messages = page.ValueTextEquals("messages"u8);
            var head = page.ValueTextEquals("head"u8);
            page.Read();
            if (head)
                Head = page.GetInt64();
            else if (messages)
                Entries(ref page);
            else
                page.Skip();
        }
    }

    private void Entries(ref Utf8JsonReader page)
    {
        while (page.Read() && page.TokenType == JsonTokenType.StartObject)
        {
            var entry = MessageEntry.Read(ref page);
            var post = PostId.Parse(entry.ClientMessageId);
            bool applied;
            lock (gate)
                applied = view.Page(new(entry.Seq, entry.Prev, post));
            if (applied && !post.IsNone)
                shown(post, Stamp.Read(entry.Text));
        }
    }
}
