namespace Grainline.Journal.Sqlite;

internal sealed class ClearState(string kind, string key, string? expected) : WriteOperation<bool>
{
    public override long Bytes => 64;

    public override void Execute(WriteSession session)
    {
        if (session.States.Clear(kind, key, expected) is { } mismatch) Refuse(mismatch);
        else Accept(true);
    }

    // Rare, so not pooled.
    protected override void Recycle()
    {
    }
}
