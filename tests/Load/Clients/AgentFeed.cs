namespace Grainline.Load.Clients;

/// <summary>The numbered steps of an agent's inbox: each one follows the last, or the inbox is read again.</summary>
internal sealed class AgentFeed
{
    private readonly Lock _gate = new();
    private long? _last;

    /// <summary>The inbox is being read: its answer says where the feed stands.</summary>
    public void Restart()
    {
        lock (_gate)
            _last = null;
    }

    public void Started(long feed)
    {
        lock (_gate)
            _last = Math.Max(_last ?? 0, feed);
    }

    /// <summary>False when steps are missing.</summary>
    public bool Follows(long feed)
    {
        lock (_gate)
        {
            if (_last is not { } last)
                return true;
            if (feed > last)
                _last = feed;
            return feed <= last + 1;
        }
    }
}
