using Orleans.Runtime;

namespace Grainline.Balancing;

/// <summary>
/// The busiest grains among any number, in bounded memory (space-saving, Metwally et al. 2005): a grain that is not known takes the place of the least busy one and inherits its count,
/// which is remembered as the error of its own. Counts fade. Not thread-safe.
/// </summary>
internal sealed class HotGrains(int capacity)
{
    private const double Negligible = 0.5;

    private readonly Dictionary<GrainId, int> _places = new(capacity);
    private readonly Entry[] _entries = new Entry[capacity];
    private int _used;

    public void Count(GrainId grain)
    {
        if (!_places.TryGetValue(grain, out var place))
            place = Seat(grain);
        _entries[place].Weight++;
    }

    /// <summary>What each grain has certainly been called, faded.</summary>
    public IEnumerable<(GrainId Grain, double Weight)> Certain() => _entries.Take(_used).Select(e => (e.Grain, e.Weight - e.Error));

    public void Forget(GrainId grain)
    {
        if (_places.TryGetValue(grain, out var place))
            Leave(place);
    }

    /// <param name="keep">The share of each count that stays.</param>
    public void Fade(double keep)
    {
        for (var place = _used - 1; place >= 0; place--)
        {
            ref var entry = ref _entries[place];
            entry.Weight *= keep;
            entry.Error *= keep;
            if (entry.Weight < Negligible)
                Leave(place);
        }
    }

    private int Seat(GrainId grain)
    {
        var place = _used < capacity ? _used++ : LeastBusy();
        ref var entry = ref _entries[place];
        if (entry.Weight > 0)
            _places.Remove(entry.Grain);
        entry = new(grain, entry.Weight, entry.Weight);
        _places[grain] = place;
        return place;
    }

    private int LeastBusy()
    {
        var least = 0;
        for (var place = 1; place < capacity; place++)
        {
            if (_entries[place].Weight < _entries[least].Weight)
                least = place;
        }

        return least;
    }

    // The last one moves to the empty place.
    private void Leave(int place)
    {
        _places.Remove(_entries[place].Grain);
        var last = --_used;
        if (place != last)
        {
            _entries[place] = _entries[last];
            _places[_entries[place].Grain] = place;
        }

        _entries[last] = default;
    }

    private record struct Entry(GrainId Grain, double Weight, double Error);
}
