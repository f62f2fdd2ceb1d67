using Microsoft.AspNetCore.SignalR;

namespace Grainline.Load.References;

/// <summary>Bare SignalR groups: nothing is stored, checked or counted. Messages have the size of the system's.</summary>
internal sealed class GroupHub : Hub
{
    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    public async Task<Posted> Post(PostRequest post)
    {
        var now = TimeProvider.System.GetUtcNow();
        var view = new MessageView(
            post.ConversationId, 1, post.ClientMessageId, new("visitor", Context.ConnectionId, "Visitor"), "text", post.Text, [], now, 0);
        await Clients.Group(post.ConversationId).SendAsync("Message", view);
        return new(1, now, false);
    }
}

internal sealed record PostRequest(string ConversationId, string ClientMessageId, string Text);

internal sealed record Posted(long Seq, DateTimeOffset At, bool Duplicate);

internal sealed record Author(string Kind, string Id, string Name);

internal sealed record MessageView(
    string ConversationId, long Seq, string ClientMessageId, Author Author, string Kind, string Text, string[] Attachments, DateTimeOffset At, long Prev);
