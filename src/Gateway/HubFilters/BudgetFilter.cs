using Grainline.Gateway.Push;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.HubFilters;

/// <summary>Refuses calls over the budget of the socket or of the person behind it.</summary>
internal sealed class BudgetFilter(PersonBudgets people, Farewell farewell, IOptions<BudgetOptions> options) : IHubFilter
{
    private static readonly Refusal TooMany = new(ErrorCode.RateLimited, "Too many calls; wait a moment.");

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var socket = call.Context.Features.Get<Socket>()!;
        var budget = call.Context.Features.Get<CallBudget>();
        if (budget is null)
            call.Context.Features.Set(budget = people.OfSocket(socket.Session));
        return budget.Take() && people.Of(socket.Session).Take() ? next(call) : Refuse(socket, budget);
    }

    private async ValueTask<object?> Refuse(Socket socket, CallBudget budget)
    {
        if (budget.RefusedInARow >= options.Value.RefusalsUntilClosed)
            await farewell.Close(socket, Disconnect.ProtocolAbuse);
        return TooMany;
    }
}
