using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Utilities;

/// <summary>Observers known by themselves.</summary>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);

/// <summary>
/// Observers that a grain tells things. Each is a lease: whoever does not subscribe again within the expiration is forgotten, and so is one whose call fails.
/// </summary>
/// <param name="expiration">How long a subscription lasts.</param>
/// <param name="log">Where failing and expired observers are told at level Debug.</param>
public partial class ObserverManager<TIdentity, TObserver>(TimeSpan expiration, ILogger log) : IEnumerable<TObserver> where TIdentity : notnull
{
    private readonly ConcurrentDictionary<TIdentity, Entry> _entries = new();

    /// <summary>The clock of the leases, in UTC.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    public TimeSpan ExpirationDuration { get; set; } = expiration;

    public int Count => _entries.Count;

    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _entries.ToDictionary(e => e.Key, e => e.Value.Observer);

    /// <summary>Adds an observer or renews its lease.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _entries[id] = new(observer, GetDateTime());

    public void Unsubscribe(TIdentity id) => _entries.TryRemove(id, out _);

    public void Clear() => _entries.Clear();

    public void ClearExpired()
    {
        foreach (var (id, entry) in _entries)
            RemoveIfExpired(id, entry);
    }

    /// <summary>Tells each observer, one after the other; a failing one is forgotten and does not keep the others from being told.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, entry) in _entries)
        {
            if (RemoveIfExpired(id, entry) || predicate?.Invoke(entry.Observer) == false)
                continue;
            try
            {
                await notification(entry.Observer);
            }
            catch (Exception exception)
            {
                // Fan-out: a failing observer must not keep the others from being told.
                RemoveFailed(id, entry, exception);
            }
        }
    }

    /// <summary>Tells each observer without waiting.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, entry) in _entries)
        {
            if (RemoveIfExpired(id, entry) || predicate?.Invoke(entry.Observer) == false)
                continue;
            try
            {
                notification(entry.Observer);
            }
            catch (Exception exception)
            {
                // Fan-out: a failing observer must not keep the others from being told.
                RemoveFailed(id, entry, exception);
            }
        }
    }

    public IEnumerator<TObserver> GetEnumerator() => _entries.Values.Select(e => e.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool RemoveIfExpired(TIdentity id, Entry entry)
    {
        if (entry.LastSeen + ExpirationDuration >= GetDateTime())
            return false;
        // Only this very lease: the observer may have renewed meanwhile.
        if (_entries.TryRemove(KeyValuePair.Create(id, entry)))
            LogExpired(log, id);
        return true;
    }

    private void RemoveFailed(TIdentity id, Entry entry, Exception exception)
    {
        if (_entries.TryRemove(KeyValuePair.Create(id, entry)))
            LogFailed(log, exception, id);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Observer {Observer} did not renew its subscription.")]
    private static partial void LogExpired(ILogger logger, TIdentity observer);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Observer {Observer} failed and is forgotten.")]
    private static partial void LogFailed(ILogger logger, Exception exception, TIdentity observer);

    private sealed record Entry(TObserver Observer, DateTime LastSeen);
}
