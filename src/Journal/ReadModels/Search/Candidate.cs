namespace Grainline.Journal.ReadModels.Search;

/// <summary>A text that matches and that the reader may see.</summary>
/// <param name="Doc">Its number; newer ones have higher ones.</param>
/// <param name="Id">Of its ticket or conversation.</param>
/// <param name="Seq">0 for the head.</param>
/// <param name="Words">Its length.</param>
internal readonly record struct Candidate(long Doc, SearchKind Kind, string Id, long Seq, DateTimeOffset At, int Words);
