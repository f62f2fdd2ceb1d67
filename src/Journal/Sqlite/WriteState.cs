namespace Grainline.Journal.Sqlite;

internal sealed class WriteState : WriteOperation<string>
{
    private static readonly OperationPool<WriteState> Pool = new();

    private string _kind = "";
    private string _key = "";
    private ReadOnlyMemory<byte> _payload;
    private string? _expected;

    public override long Bytes => _payload.Length + 64;

    public static WriteState Of(string kind, string key, ReadOnlyMemory<byte> payload, string? expected)
    {
        var operation = Pool.Rent();
        operation._kind = kind;
        operation._key = key;
        operation._payload = payload;
        operation._expected = expected;
        return operation;
    }

    public override void Execute(WriteSession session)
    {
        if (session.States.Write(_kind, _key, _payload.Span, _expected, out var eTag) is { } mismatch) Refuse(mismatch);
        else Accept(eTag);
    }

    protected override void Recycle()
    {
        _kind = _key = "";
        _payload = default;
        _expected = null;
        Pool.Return(this);
    }
}
