using Grainline.Gateway.Apis;
using Grainline.Gateway.HubFilters;
using Grainline.Refusals;

namespace Grainline.Gateway.Authorization;

/// <summary>What visitors write by REST spends the same budget as their calls over sockets.</summary>
internal static class VisitorBudget
{
    /// <summary>Behind one of <see cref="SessionFilters"/>.</summary>
    public static TBuilder WithinBudget<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (call, next) =>
    {
        var session = call.HttpContext.Session();
        return session.IsStaff || call.HttpContext.RequestServices.GetRequiredService<PersonBudgets>().Of(session).Take()
            ? await next(call)
            : Answers.Refused(ErrorCode.RateLimited, "Too many calls; wait a moment.");
    });
}
