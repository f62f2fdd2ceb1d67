namespace Grainline.Journal.Postgres.Writing;

/// <summary>
/// Streams with an append of which nobody knows whether it was committed: the connection broke before the answer. Later appends of the same epoch would be accepted if it was, although their caller was told that
/// it failed; they are refused until the stream is opened again, which settles it.
/// </summary>
internal sealed class UnknownOutcomes
{
    // A stream that goes on elsewhere is never opened here again; nobody pipelines across so many failures.
    private const int Kept = 100_000;

    private readonly Dictionary<string, long> _epochs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public void Add(AppendChain chain)
    {
        if (_epochs.TryAdd(chain.Stream, chain.Epoch)) _order.Enqueue(chain.Stream);
        else _epochs[chain.Stream] = Math.Max(_epochs[chain.Stream], chain.Epoch);
        if (_order.Count > Kept) _epochs.Remove(_order.Dequeue());
    }

    public bool Concerns(PendingAppend append) => _epochs.TryGetValue(append.Stream, out var epoch) && append.Epoch <= epoch;
}
