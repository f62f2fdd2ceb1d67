namespace Grainline.Journal.Sqlite;

internal sealed class AppendEntries : WriteOperation<long>
{
    private static readonly OperationPool<AppendEntries> Pool = new();

    private readonly List<NewEntry> _entries = [];
    private string _stream = "";
    private long _epoch;
    private long _head;
    private long _bytes;

    public override int Entries => _entries.Count;

    public override long Bytes => _bytes;

    public static AppendEntries Of(string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, long bytes)
    {
        var operation = Pool.Rent();
        operation._stream = stream;
        operation._epoch = epoch;
        operation._head = head;
        // A copy: callers that pipeline may reuse their list as soon as the call has returned.
        operation._entries.AddRange(entries);
        operation._bytes = bytes;
        return operation;
    }

    public override void Execute(WriteSession session)
    {
        var stream = session.Streams.Find(_stream);
        if (stream is null || stream.Epoch != _epoch) Refuse(new StaleEpochException(_stream, _epoch, stream?.Epoch ?? 0));
        else if (stream.Head != _head) Refuse(new HeadMismatchException(_stream, _head, stream.Head));
        else if (session.Entries.Append(stream, _entries) is { } duplicate) Refuse(duplicate);
        else Accept(stream.Head);
    }

    protected override void Recycle()
    {
        _stream = "";
        _entries.Clear();
        Pool.Return(this);
    }
}
