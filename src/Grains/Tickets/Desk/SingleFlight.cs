namespace Grainline.Tickets.Desk;

/// <summary>Keeps what was asked for, asks for each thing once however many want it at the same time, and forgets what nobody has wanted for longest when there is too much.</summary>
/// <param name="bound">At most twice so many are kept.</param>
/// <param name="life">How long an answer is believed; null for ever.</param>
internal sealed class SingleFlight<TKey, TValue>(int bound, TimeProvider time, TimeSpan? life = null)
    where TKey : notnull
{
    private readonly Lock _gate = new();

    // Two generations: what is used moves to the young one, what is left in the old one goes when the young one is full.
    private Dictionary<TKey, Flight> _young = [];
    private Dictionary<TKey, Flight> _old = [];

    public ValueTask<TValue> Get(TKey key, Func<TKey, Task<TValue>> ask)
    {
        Flight flight;
        lock (_gate)
        {
            if (Find(key) is { } known && (life is null || time.GetElapsedTime(known.Started) < life))
                flight = known;
            else
                Keep(key, flight = new(time.GetTimestamp(), this, key, ask));
        }

        // Outside the lock: the first of them asks.
        var answer = flight.Answer.Value;
        return answer.IsCompletedSuccessfully ? new(answer.Result) : new(answer);
    }

    public void Forget(Func<TKey, bool> which)
    {
        lock (_gate)
        {
            foreach (var generation in new[] { _young, _old })
            {
                foreach (var key in generation.Keys.Where(which).ToArray())
                    generation.Remove(key);
            }
        }
    }

    private Flight? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var flight))
            return flight;
        if (!_old.Remove(key, out flight))
            return null;
        Keep(key, flight);
        return flight;
    }

    private void Keep(TKey key, Flight flight)
    {
        if (_young.Count >= bound)
            (_old, _young) = (_young, []);
        _young[key] = flight;
    }

    // Whoever waits for it hears the failure; whoever comes next asks again.
    private void Drop(TKey key, Flight flight)
    {
        lock (_gate)
        {
            if (Find(key) == flight)
                _young.Remove(key);
        }
    }

    private sealed class Flight
    {
        public Flight(long started, SingleFlight<TKey, TValue> owner, TKey key, Func<TKey, Task<TValue>> ask) =>
            (Started, Answer) = (started, new(() => Ask(owner, key, ask)));

        public long Started { get; }

        public Lazy<Task<TValue>> Answer { get; }

        private async Task<TValue> Ask(SingleFlight<TKey, TValue> owner, TKey key, Func<TKey, Task<TValue>> ask)
        {
            try
            {
                return await ask(key);
            }
            catch
            {
                owner.Drop(key, this);
                throw;
            }
        }
    }
}
