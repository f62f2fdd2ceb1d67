namespace Grainline.Journal.Sqlite;

internal sealed class WriteCheckpoint(string projection, long position) : WriteOperation<bool>
{
    public override long Bytes => 64;

    public override void Execute(WriteSession session)
    {
        session.WriteCheckpoint(projection, position);
        Accept(true);
    }

    // Rare, so not pooled.
    protected override void Recycle()
    {
    }
}
