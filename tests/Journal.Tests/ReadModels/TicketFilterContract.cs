using Grainline.Journal.ReadModels;
using static Grainline.Journal.Tests.ReadModels.SomeTickets;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>What each part of a filter asks.</summary>
public abstract class TicketFilterContract<TBackend> : ReadModelTest<TBackend>
    where TBackend : ReadModelBackend, new()
{
    public static TheoryData<string, TicketRowFilter> Filters => new()
    {
        { "1 2 3 4", TicketRowFilter.Everything },
        { "1 3", new() { Categories = [0, 4] } },
        { "", new() { Categories = [] } },
        { "2", new() { States = ["waiting"] } },
        { "3", new() { Teams = ["billing", "none"] } },
        { "1", new() { Assignees = ["amy"] } },
        { "2 3 4", new() { Assignees = [null] } },
        { "1 2 3 4", new() { Assignees = [null, "amy"] } },
        { "4", new() { Priorities = [2] } },
        { "1", new() { Tags = ["vip", "late"] } },
        { "1 4", new() { Tags = ["vip"] } },
        { "2", new() { Watcher = "li" } },
        { "3", new() { Requester = "ada" } },
        { "3", new() { Requester = "Ada@Example.com" } },
        { "2 3 4", new() { CreatedFrom = Start.AddMinutes(2) } },
        { "1", new() { CreatedTo = Start.AddMinutes(2) } },
        { "4", new() { UpdatedFrom = Start.AddDays(1) } },
        { "1 2 3", new() { UpdatedTo = Start.AddDays(1) } },
        { "2", new() { DueBefore = Start.AddHours(1) } },
        { "2", new() { Breached = true } },
        { "1 3 4", new() { Breached = false } },
        { "3", new() { Number = 3 } },
        { "4", new() { Tags = ["vip"], Priorities = [2] } },
        { "1", Field("model", "\"7\"") },
        { "2", Field("model", "7") },
        { "2", Field("model", "7.0") },
        { "3", Field("model", "true") },
        { "4", Field("model", "[1,{\"a\":\"b\"}]") },
        { "", Field("model", "\"7' OR 1\"") },
        { "1", Field("a.b", "\"dotted\"") },
        { "2 3 4", Field("a.b", "null") },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task List_ByFilter_HasThose(string numbers, TicketRowFilter filter)
    {
        await Backend.Tickets.WriteAsync(
            [
                Ticket(1).With("""{"model":"7","a.b":"dotted"}""") with { Category = 0, Assignee = "amy", Tags = ["vip", "late"] },
                Ticket(2).With("""{"model":7}""") with { State = "waiting", Watchers = ["li"], Due = Start, Breached = true },
                Ticket(3).With("""{"model":true,"a":{"b":"dotted"}}""") with { Category = 4, Team = "billing", Requester = "ada", Email = "ada@example.com" },
                Ticket(4).With("""{"model":[1,{"a":"b"}]}""") with { Priority = 2, Tags = ["vip"], UpdatedAt = Start.AddDays(2) },
            ],
            [], Cancelled);
        foreach (var order in Enum.GetValues<TicketRowOrder>())
        {
            var found = await Backend.Tickets.ListAsync(new(Everybody, filter, order, false, null, 10), Cancelled);
            Assert.Equal(numbers, string.Join(' ', found.Select(t => t.Number).Order()));
        }

        Assert.Equal([numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length], await Backend.Tickets.CountAsync(Everybody, [filter], 10, Cancelled));
    }

    private static TicketRowFilter Field(string name, string json) => new() { Fields = new Dictionary<string, string> { [name] = json } };
}
