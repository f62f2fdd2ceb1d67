using System.Diagnostics;
using Grainline.Gateway.Hosting;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace Grainline.Gateway.HubFilters;

/// <summary>
/// Outermost. Times and counts every call, and unwraps what the hub answered: a value goes out as it is, a refusal as <see cref="Refusal"/>, which the hub
/// protocol writes as an error. No exception is thrown for a "no": refusals are ordinary, and a client must not be able to fill the log with them.
/// </summary>
internal sealed class TracingFilter(TimeProvider time) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var hub = call.Hub.GetType().Name;
        using var activity = GatewayMetrics.Traces.HasListeners() ? GatewayMetrics.Traces.StartActivity($"{hub}/{call.HubMethodName}", ActivityKind.Server) : null;
        var started = time.GetTimestamp();
        var answer = await next(call);
        var refusal = answer as Refusal ?? (answer as IOutcome)?.Refusal;
        var code = refusal is null ? 0 : (int)refusal.Code;
        activity?.SetTag("grainline.code", code);
        var tags = new TagList { { "hub", hub }, { "method", call.HubMethodName }, { "code", code } };
        GatewayMetrics.Calls.Add(1, tags);
        GatewayMetrics.CallSeconds.Record(time.GetElapsedTime(started).TotalSeconds, new TagList { { "hub", hub }, { "method", call.HubMethodName } });
        return refusal ?? (answer is IOutcome outcome ? Unwrap(outcome.Value) : answer);
    }

    private static object? Unwrap(object? value) => value is Done ? null : value;
}
