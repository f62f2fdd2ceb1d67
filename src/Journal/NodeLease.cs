namespace Grainline.Journal;

/// <summary>A number that somebody holds.</summary>
/// <param name="Node">0 to 1,023.</param>
/// <param name="Owner">Who holds it; never the same name twice.</param>
/// <param name="Until">When another may have it, after a margin.</param>
/// <param name="Mark">High-water mark of what was made under this number, in a unit of the owners' choice; 0 when nothing was. An owner uses what lies above the mark that it found, up to the mark that it has written.</param>
public sealed record NodeLease(int Node, string Owner, DateTimeOffset Until, long Mark);
