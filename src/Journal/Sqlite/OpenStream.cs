namespace Grainline.Journal.Sqlite;

internal sealed class OpenStream : WriteOperation<StreamHead>
{
    private static readonly OperationPool<OpenStream> Pool = new();

    private string _stream = "";

    public override long Bytes => 64;

    public static OpenStream Of(string stream)
    {
        var operation = Pool.Rent();
        operation._stream = stream;
        return operation;
    }

    public override void Execute(WriteSession session) => Accept(session.Streams.Open(_stream));

    protected override void Recycle()
    {
        _stream = "";
        Pool.Return(this);
    }
}
