using System.Collections.Concurrent;

namespace Grainline.Journal.Sqlite;

/// <summary>A bounded stock of reusable operations of one kind.</summary>
internal sealed class OperationPool<TOperation>
    where TOperation : class, new()
{
    private const int Capacity = 4096;

    private readonly ConcurrentQueue<TOperation> _stock = new();
    private int _count;

    public TOperation Rent()
    {
        if (!_stock.TryDequeue(out var operation)) return new TOperation();
        Interlocked.Decrement(ref _count);
        return operation;
    }

    public void Return(TOperation operation)
    {
        if (Interlocked.Increment(ref _count) <= Capacity) _stock.Enqueue(operation);
        else Interlocked.Decrement(ref _count);
    }
}
