using System.Globalization;
using Grainline.Conversations;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Routing;
using Grainline.Tickets;
using Grainline.Tickets.Lists;

namespace Grainline.Benchmarks;

/// <summary>A shop's tickets and conversations, written straight into the rows: 20 teams, 300 agents, 200 tags, one ticket in ten unfinished, two comments each, ten messages in a conversation.</summary>
internal sealed class InventedShop(IConversationRows conversations, ITicketRows tickets, ISearchRows search)
{
    public const string Tenant = "shop";
    public const int Teams = 20;
    private const int Batch = 2_000;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(5);
    private long _position;

    public InventedText Words { get; } = new();

    public long Texts => _position;

    public long TextBytes { get; private set; }

    public DateTimeOffset Now => Start.AddMinutes(_position / 3.0);

    public async Task OpenTickets(int count)
    {
        foreach (var chunk in Enumerable.Range(1, count).Chunk(Batch))
        {
            await tickets.WriteAsync([.. chunk.Select(number => Ticket(number, 1, number))], []);
            await search.WriteAsync([.. chunk.SelectMany(TextsOf)]);
        }
    }

    public async Task Talk(int messages)
    {
        foreach (var chunk in Enumerable.Range(0, messages / 10).Chunk(Batch / 10))
        {
            await conversations.WriteAsync([.. chunk.Select(Conversation)]);
            await search.WriteAsync([.. chunk.SelectMany(c => Enumerable.Range(1, 10).Select(seq => Text(SearchKind.Conversation, $"c{c}", seq)))]);
        }
    }

    public StoredTicket Ticket(int number, long version, long changed)
    {
        var at = Start.AddMinutes(number);
        var category = number % 10 == 0 ? StateCategory.Open : StateCategory.Closed;
        var row = new TicketRow(
            $"0197{number:x28}", number, version, $"{Words.English(number % 5_000)} {Words.English(number % 37)} {Words.Chinese(number % 900)}", $"team{number % Teams}", $"agent{number % 300}",
            $"Agent {number % 300}", "Ada Lovelace", (Priority)((number % 4) - 1), category == StateCategory.Open ? "open" : "closed", category, [$"tag{number % 200}"],
            category == StateCategory.Open ? at.AddDays(1) : null, null, false, at, at.AddMinutes(version), Words.Next(number));
        var fields = new JsonText(string.Create(CultureInfo.InvariantCulture, $$"""{"model":"m{{number % 50}}","warranty":{{(number % 3 == 0 ? "true" : "false")}}}"""));
        return TicketRows.Store(Tenant, new(row, new("ada", "Ada Lovelace", "ada@example.com"), [], new("default", 1), fields), changed);
    }

    private IEnumerable<SearchText> TextsOf(int number)
    {
        var id = $"0197{number:x28}";
        var head = new SearchHead($"{Words.English(number % 5_000)} {Words.English(number % 37)} {Words.Chinese(number % 900)}", number, [$"tag{number % 200}"], "Ada Lovelace ada@example.com");
        return [Text(SearchKind.Ticket, id, 0) with { Text = head.ToString() }, Text(SearchKind.Ticket, id, 2), Text(SearchKind.Ticket, id, 3)];
    }

    private SearchText Text(SearchKind kind, string id, long seq)
    {
        var text = Words.Next(++_position);
        TextBytes += System.Text.Encoding.UTF8.GetByteCount(text);
        return new(_position, Tenant, kind, id, seq, Now, text);
    }

    private StoredRow Conversation(int number) => ConversationRows.Store(
        Tenant,
        new($"c{number}", ConversationStatus.Closed, $"queue{number % 10}", "Ada Lovelace", $"agent{_random.Next(300)}", "Agent", null, "last", Start.AddMinutes(number), Start, null), 1);
}
