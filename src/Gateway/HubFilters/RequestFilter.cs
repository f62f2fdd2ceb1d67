using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace Grainline.Gateway.HubFilters;

/// <summary>Checks the shape of what was sent, so that hubs and grains meet well-formed requests only.</summary>
internal sealed class RequestFilter : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        foreach (var argument in call.HubMethodArguments)
        {
            var refusal = argument is HubRequest request ? request.Refuse() : new Refusal(ErrorCode.InvalidArgument, "The request is missing.");
            if (refusal is not null)
                return new(refusal);
        }
        return next(call);
    }
}
