using System.Collections.Concurrent;
using System.Reflection;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Push;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace Grainline.Gateway.HubFilters;

/// <summary>Only an admitted socket whose session lasts may call, and only what its roles allow.</summary>
internal sealed class PermissionFilter(TimeProvider time) : IHubFilter
{
    private static readonly ConcurrentDictionary<MethodInfo, StaffRoles> Needed = new();

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (call.Context.Features.Get<Socket>() is not { Session: var session })
            return new(SessionCheck.Missing);
        if (session.ExpiresAt <= time.GetUtcNow())
            return new(SessionCheck.Expired);
        var needed = Needed.GetOrAdd(call.HubMethod, method => method.GetCustomAttribute<NeedsAttribute>()?.AnyOf ?? StaffRoles.None);
        return needed == StaffRoles.None || (session.Roles & needed) != 0
            ? next(call)
            : new(new Refusal(ErrorCode.Forbidden, "Your role does not allow this."));
    }
}
