namespace Grainline.Journal.Tests;

/// <summary>
/// One call of a generated script. Epoch and head are told relative to what is right at that moment, so that most calls are accepted and
/// some are refused for each reason.
/// </summary>
public sealed record JournalStep(int Stream, int Kind, int EpochError, int HeadError, int[] ClientIds)
{
    public string Name => $"s{Math.Abs(Stream % 3)}";

    public bool IsOpen => Kind % 5 == 0;

    public bool AwaitsTheRest => Kind % 7 == 0;

    public long EpochOff => EpochError % 11 == 5 ? -1 : EpochError % 11 == 6 ? 1 : 0;

    public long HeadOff => HeadError % 9 == 4 ? -1 : HeadError % 9 == 5 ? 1 : 0;

    /// <summary>One to four entries; some carry one of 40 client ids, no id twice.</summary>
    public IReadOnlyList<NewEntry> Entries()
    {
        var ids = ClientIds.Select(id => Math.Abs(id % 80)).Take(3).Distinct().Select(id => id < 40 ? $"c{id}" : null);
        return [.. ids.Append(null).Select((id, index) => new NewEntry("Noted", new byte[] { (byte)index, (byte)Stream }, DateTimeOffset.UnixEpoch, id))];
    }
}
