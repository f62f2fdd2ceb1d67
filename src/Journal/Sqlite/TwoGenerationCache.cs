using System.Diagnostics.CodeAnalysis;

namespace Grainline.Journal.Sqlite;

/// <summary>
/// Keeps roughly the <c>capacity</c> most recently used values: a full young generation becomes the old one, and what is not used again
/// before the next change falls out. Cheaper per hit than a list of recency.
/// </summary>
internal sealed class TwoGenerationCache<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TValue : class
{
    private readonly int _generation = Math.Max(1, capacity / 2);
    private Dictionary<TKey, TValue> _young = new(comparer);
    private Dictionary<TKey, TValue> _old = new(comparer);

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        if (_young.TryGetValue(key, out value)) return true;
        if (!_old.Remove(key, out value)) return false;
        Add(key, value);
        return true;
    }

    public void Add(TKey key, TValue value)
    {
        if (_young.Count >= _generation)
        {
            (_young, _old) = (_old, _young);
            _young.Clear();
        }
        _young[key] = value;
    }

    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}
