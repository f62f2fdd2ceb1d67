namespace Grainline.Journal.Tests;

/// <summary>What a reader of the global order is given while others write.</summary>
internal static class FollowedEntries
{
    /// <summary>Follows from the beginning until everything is read that the writers have committed. Throws what the first of them to fail throws.</summary>
    /// <param name="writers">Each tells in the end how many entries it has committed.</param>
    /// <param name="limit">Entries a page.</param>
    public static async Task<List<JournalEntry>> ReadAsync(IJournal journal, IReadOnlyList<Task<int>> writers, int limit, CancellationToken cancellation)
    {
        using var read = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = new List<Task<int>>(writers);
        var (followed, committed) = (new List<JournalEntry>(), 0);
        var growth = journal.WaitForGrowthAsync(0, read.Token);
        while (writing.Count > 0 || followed.Count < committed)
        {
            // The last entry may be read before its writer hears that it is stored, and then nothing grows any more: whichever comes first.
            await Task.WhenAny([growth, .. writing]);
            foreach (var writer in writing.Where(writer => writer.IsCompleted).ToList())
            {
                committed += await writer;
                writing.Remove(writer);
            }
            if (!growth.IsCompleted) continue;
            await growth;
            followed.AddRange(await journal.ReadAllAsync(followed.LastOrDefault()?.Position ?? 0, limit, cancellation));
            growth = journal.WaitForGrowthAsync(followed.LastOrDefault()?.Position ?? 0, read.Token);
        }
        await read.CancelAsync();
        return followed;
    }
}
