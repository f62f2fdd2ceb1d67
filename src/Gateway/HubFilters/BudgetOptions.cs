using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.HubFilters;

/// <summary>How often hubs may be called. A call over the budget is refused with 503 and may be repeated later. Section <c>Budgets</c>.</summary>
public sealed class BudgetOptions
{
    /// <summary>Calls a visitor's socket may make at once, reading, typing and posting together.</summary>
    [Range(1, 1_000_000)]
    public int VisitorBurst { get; set; } = 40;

    /// <summary>Calls a visitor's socket may make per second after that.</summary>
    [Range(1, 1_000_000)]
    public int VisitorPerSecond { get; set; } = 10;

    /// <summary>Calls an agent's socket may make at once: opening a console asks for every conversation of the inbox.</summary>
    [Range(1, 1_000_000)]
    public int AgentBurst { get; set; } = 400;

    /// <summary>Calls an agent's socket may make per second after that.</summary>
    [Range(1, 1_000_000)]
    public int AgentPerSecond { get; set; } = 100;

    /// <summary>One person may use this many times a socket's budget over all of its sockets.</summary>
    [Range(1, 1_000)]
    public int SocketsPerPerson { get; set; } = 5;

    /// <summary>A socket that is refused this often in a row is closed as abuse.</summary>
    [Range(1, 1_000_000)]
    public int RefusalsUntilClosed { get; set; } = 1_000;

    /// <summary>Calls of one agent's socket that run at the same time. A visitor's run one after the other.</summary>
    [Range(1, 1_000)]
    public int AgentParallelCalls { get; set; } = 20;
}
