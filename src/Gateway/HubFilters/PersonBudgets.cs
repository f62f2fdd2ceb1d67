using System.Collections.Concurrent;
using Grainline.Gateway.Authentication;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.HubFilters;

/// <summary>One budget per visitor or agent over all of its sockets, kept a while after the last one so that reconnecting does not refill it.</summary>
internal sealed class PersonBudgets(IOptions<BudgetOptions> options)
{
    private const int TidyEvery = 4_096;

    private readonly ConcurrentDictionary<(SessionKind, string, string), CallBudget> _budgets = new();
    private int _made;

    public CallBudget Of(Session session) => _budgets.GetOrAdd((session.Kind, session.Tenant, session.Id), _ => Make(session));

    public CallBudget OfSocket(Session session) => Create(session, 1);

    private CallBudget Make(Session session)
    {
        if (Interlocked.Increment(ref _made) % TidyEvery == 0)
            Tidy();
        return Create(session, options.Value.SocketsPerPerson);
    }

    // A full bucket that nobody uses says nothing: it can be made again.
    private void Tidy()
    {
        foreach (var (person, budget) in _budgets)
        {
            if (budget.Idle > TimeSpan.FromMinutes(2))
                _budgets.TryRemove(new(person, budget));
        }
    }

    private CallBudget Create(Session session, int times) => session.IsStaff
        ? new(options.Value.AgentBurst * times, options.Value.AgentPerSecond * times)
        : new(options.Value.VisitorBurst * times, options.Value.VisitorPerSecond * times);
}
