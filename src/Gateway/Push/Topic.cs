namespace Grainline.Gateway.Push;

/// <summary>The local sockets that listen to one conversation or agent, and the lease that keeps the grain pushing here.</summary>
internal sealed class Topic(string key)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _members = new();
    private volatile Socket[] _visitors = [];
    private volatile Socket[] _staff = [];
    private int _pushes;

    public string Key { get; } = key;

    /// <summary>Snapshots: a delivery in progress never sees them change.</summary>
    public Socket[] Visitors => _visitors;

    public Socket[] Staff => _staff;

    public bool IsEmpty => _visitors.Length == 0 && _staff.Length == 0;

    /// <summary>How many pushes have come, whether anybody heard them or not.</summary>
    public int Pushes => Volatile.Read(ref _pushes);

    /// <summary>Set when the last socket left (UTC).</summary>
    public DateTimeOffset EmptySince { get; private set; }

    /// <summary>The grain pushes here until then (UTC); the default when it never did.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    public DateTimeOffset RenewAt { get; private set; }

    /// <summary>Taken out of the registry: whoever waited at the gate must look the key up again.</summary>
    public bool Retired { get; set; }

    /// <summary>Subscribing and unsubscribing one key take turns, in the order asked, so that an unsubscribe can never overtake a later subscribe.</summary>
    public Task Enter() => _gate.WaitAsync();

    public void Exit() => _gate.Release();

    public void Leased(DateTimeOffset until, DateTimeOffset renewAt) => (LeaseUntil, RenewAt) = (until, renewAt);

    /// <summary>What pushes here has lost its lease: it is due again, as one that has ended.</summary>
    public void Lapse(DateTimeOffset now)
    {
        if (LeaseUntil != default)
            Leased(now, now);
    }

    public void Pushed() => Interlocked.Increment(ref _pushes);

    public void Add(Socket socket)
    {
        lock (_members)
        {
            if (socket.IsStaff)
                _staff = [.. _staff, socket];
            else
                _visitors = [.. _visitors, socket];
        }
    }

    public void Remove(Socket socket, DateTimeOffset now)
    {
        lock (_members)
        {
            if (socket.IsStaff)
                _staff = Array.FindAll(_staff, other => other != socket);
            else
                _visitors = Array.FindAll(_visitors, other => other != socket);
            if (IsEmpty)
                EmptySince = now;
        }
    }
}
