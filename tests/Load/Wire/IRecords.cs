namespace Grainline.Load.Wire;

/// <summary>Takes what a socket receives, one record at a time, in order, on the socket's own loop.</summary>
internal interface IRecords
{
    void Take(ReadOnlySpan<byte> record);
}
