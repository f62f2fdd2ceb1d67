using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Grainline.Journal.ReadModels;

namespace Grainline.Conversations;

/// <summary>Lists for whoever asks, from the rows that the projection keeps.</summary>
internal sealed class ConversationDirectory(IConversationRows rows)
{
    public async Task<ConversationListPage> ListAsync(ConversationListQuery query, CancellationToken cancellation)
    {
        var found = await rows.ListAsync(
            new(
                query.Tenant, [.. query.Statuses.Select(s => s.ToString())], query.Queues is { } queues ? [.. queues] : null,
                query.Assignee, query.Participant, Place(query.Cursor), query.Limit + 1),
            cancellation);
        ImmutableArray<ConversationRow> items = [.. found.Take(query.Limit).Select(ConversationRows.Load)];
        return new(items, found.Count > query.Limit ? Cursor(found[query.Limit - 1]) : null);
    }

    private static string Cursor(StoredRow last) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.LastAt.ToUnixTimeMilliseconds()}.{last.Id}")));

    private static RowPlace? Place(string? cursor)
    {
        if (cursor is null || !Base64Url.IsValid(cursor))
            return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('.', 2);
        return text.Length == 2 && long.TryParse(text[0], CultureInfo.InvariantCulture, out var ms) && Math.Abs(ms) < 100_000_000_000_000
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(ms), text[1])
            : null;
    }
}
