namespace Grainline.Journal;

/// <summary>What an opener gets: its fencing token and where the stream ends.</summary>
/// <param name="Epoch">Counts the openings of the stream, from 1.</param>
/// <param name="Head">The seq of the stream's last entry; 0 when it has none.</param>
public readonly record struct StreamHead(long Epoch, long Head);
