using System.Text;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>Tickets, conversations and texts with what a test does not care about filled in.</summary>
internal static class SomeTickets
{
    public const string Tenant = "acme";

    public static readonly DateTimeOffset Start = new(2026, 11, 11, 8, 0, 0, TimeSpan.Zero);

    public static readonly TicketRowReader Everybody = new(Tenant, "sam", null);

    public static StoredTicket Ticket(int number, long version = 1, string tenant = Tenant) => new(
        tenant, $"t{number}", number, version, (number * 100) + version, "support", "open", 1, 0, null, null, null, [], [], Start.AddMinutes(number), Start.AddMinutes(number), null, false,
        "default", 1, "{}"u8.ToArray(), Encoding.UTF8.GetBytes($"row {number}"));

    public static StoredTicket With(this StoredTicket ticket, string fields) => ticket with { Fields = Encoding.UTF8.GetBytes(fields) };

    public static StoredRow Conversation(string id, string queue, string? assignee = null) =>
        new(Tenant, id, 1, "Open", queue, assignee, Start, Encoding.UTF8.GetBytes($"conversation {id}"));

    public static SearchText Comment(int number, long position, string text, string tenant = Tenant) =>
        new(position, tenant, SearchKind.Ticket, $"t{number}", position, Start.AddMinutes(position), text);

    public static SearchText Message(string id, long position, string text) => new(position, Tenant, SearchKind.Conversation, id, position, Start.AddMinutes(position), text);

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
