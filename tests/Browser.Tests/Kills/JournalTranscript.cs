using System.Text.Json;
using Grainline.Journal.Sqlite;

namespace Grainline.Browser.Tests.Kills;

/// <summary>A conversation's messages as the journal holds them: the last word on what was written.</summary>
internal static class JournalTranscript
{
    private const int Page = 1_000;

    /// <summary>The silo must have ended: one process at a time may have the folder open.</summary>
    public static async Task<IReadOnlyList<Said>> Read(string folder, string conversationId)
    {
        await using var store = new SqliteStore(new SqliteJournalOptions { Directory = folder });
        await store.OpenAsync();
        var messages = new List<Said>();
        for (long after = 0; ;)
        {
            var entries = await store.Journal.ReadAsync($"conversation/demo/{conversationId}", after, Page);
            if (entries.Count == 0)
                return messages;
            foreach (var entry in entries.Where(e => e.Type == "conversation.message"))
            {
                using var json = JsonDocument.Parse(entry.Payload);
                messages.Add(new(entry.Seq, entry.ClientId!, json.RootElement.GetProperty("author").GetProperty("kind").GetString()!.ToLowerInvariant(),
                    json.RootElement.GetProperty("text").GetString()!));
            }
            after = entries[^1].Seq;
        }
    }
}
