using Grainline.Gateway.Authentication;
using Grainline.Gateway.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace Grainline.Gateway.Push;

/// <summary>One open connection: who is behind it, what it watches, and how far behind it is.</summary>
internal sealed class Socket(HubConnectionContext connection, Session session, SocketOptions options)
{
    private readonly HashSet<Topic> _topics = [];
    private int _pending;
    private long _pendingBytes;
    private bool _closed;

    public string Id => connection.ConnectionId;

    public HubConnectionContext Connection => connection;

    public Session Session { get; } = session;

    public Actor Actor { get; } = session.Actor;

    public bool IsStaff => Session.IsStaff;

    public HttpContext? Http => connection.GetHttpContext();

    /// <summary>
    /// Hands the frame to the connection without waiting for it. SignalR's write lock is first come, first served, so frames sent one after the other
    /// arrive in that order. A client that falls too far behind is cut off: its gap repair is cheaper than our memory.
    /// </summary>
    public void Send(Frame frame)
    {
        var pending = Interlocked.Increment(ref _pending);
        var bytes = Interlocked.Add(ref _pendingBytes, frame.Bytes);
        if (pending > options.PendingPushes || bytes > options.PendingBytes)
        {
            CutOff();
            return;
        }
        var writing = connection.WriteAsync(frame.Message);
        if (writing.IsCompletedSuccessfully)
            Sent(frame);
        else
            _ = Finish(writing, frame);
    }

    public bool Join(Topic topic)
    {
        lock (_topics)
        {
            if (_closed)
                return false;
            if (_topics.Add(topic))
                topic.Add(this);
            return true;
        }
    }

    public void Leave(Topic topic, DateTimeOffset now)
    {
        lock (_topics)
        {
            if (_topics.Remove(topic))
                topic.Remove(this, now);
        }
    }

    public bool Watches(Topic topic)
    {
        lock (_topics)
            return _topics.Contains(topic);
    }

    /// <summary>The connection is gone: leaves everything, and nothing can be joined any more.</summary>
    public void Closed(DateTimeOffset now)
    {
        lock (_topics)
        {
            _closed = true;
            foreach (var topic in _topics)
                topic.Remove(this, now);
            _topics.Clear();
        }
    }

    private async Task Finish(ValueTask writing, Frame frame)
    {
        try
        {
            await writing;
        }
        catch (Exception)
        {
            // SignalR closes the connection itself when a write fails; all that is left here is the count.
        }
        Sent(frame);
    }

    private void Sent(Frame frame)
    {
        Interlocked.Decrement(ref _pending);
        Interlocked.Add(ref _pendingBytes, -frame.Bytes);
    }

    // A polite close would stand in the same line as everything else that the client does not read.
    private void CutOff()
    {
        if (Interlocked.Exchange(ref _pendingBytes, long.MaxValue / 2) >= long.MaxValue / 4)
            return;
        GatewayMetrics.SocketsCutOff.Add(1);
        connection.Abort();
        Http?.Abort();
    }
}
