using System.Text.Json;
using System.Text.Json.Serialization;
using Grainline.Journal.ReadModels;

namespace Grainline.Conversations;

/// <summary>From events to the rows of lists. Pure, and the same for every store.</summary>
internal static class ConversationRows
{
    /// <summary>The row after the event; null for events of conversations that were never opened.</summary>
    public static ConversationRow? Apply(string id, ConversationRow? row, ConversationEvent @event, DateTimeOffset at) => (row, @event) switch
    {
        (_, ConversationOpened e) => new(id, ConversationStatus.Open, e.Queue, e.Visitor.Name, null, null, e.Subject, null, at, at, null),
        (null, _) => null,
        (_, MessagePosted e) when IsLastWord(e) => row with { LastText = Preview.Of(e), LastAt = at },
        (_, ConversationQueued e) => row with
        {
            Status = ConversationStatus.Queued,
            Queue = e.Queue,
            AssigneeId = null,
            AssigneeName = null,
            WaitingSince = row.WaitingSince ?? at,
            LastAt = at,
        },
        (_, OfferMade) => row with { Status = ConversationStatus.Offered },
        (_, OfferLapsed) => row with { Status = ConversationStatus.Queued },
        (_, ConversationAssigned e) => row with
        {
            Status = ConversationStatus.Assigned,
            AssigneeId = e.Agent.Id,
            AssigneeName = e.Agent.Name,
            WaitingSince = null,
            LastAt = at,
        },
        (_, ConversationHeld) => row with { Status = ConversationStatus.OnHold },
        (_, ConversationResumed) => row with { Status = ConversationStatus.Assigned },
        (_, ConversationResolved) => row with { Status = ConversationStatus.Resolved, WaitingSince = null, LastAt = at },
        (_, ConversationClosed) => row with { Status = ConversationStatus.Closed, WaitingSince = null, LastAt = at },
        _ => row,
    };

    /// <summary>Whether a row shows this message and nothing of any message before it.</summary>
    public static bool IsLastWord(ConversationEvent @event) => @event is MessagePosted { Kind: not MessageKind.Note };

    public static StoredRow Store(string tenant, ConversationRow row, long version) => new(
        tenant, row.ConversationId, version, row.Status.ToString(), row.Queue, row.AssigneeId, row.LastAt,
        JsonSerializer.SerializeToUtf8Bytes(row, RowJson.Default.ConversationRow));

    public static ConversationRow Load(StoredRow stored) => Row(stored.Json);

    public static ConversationRow Row(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize(json.Span, RowJson.Default.ConversationRow)!;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationRow))]
internal sealed partial class RowJson : JsonSerializerContext;
