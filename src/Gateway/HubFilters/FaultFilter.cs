using System.Diagnostics;
using Grainline.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace Grainline.Gateway.HubFilters;

/// <summary>Innermost. Turns what is thrown into a refusal; logged here, once, and for unexpected faults with the trace id that operators search by.</summary>
internal sealed partial class FaultFilter(ILogger<FaultFilter> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await Once(call, next);
        }
        catch (Exception e)
        {
            // The edge: nothing that is thrown passes it in its own words.
            var refusal = Faults.Classify(e);
            if (refusal.Code == ErrorCode.Internal)
                Failed(e, call.HubMethodName, Trace);
            else
                Unavailable(call.HubMethodName, (int)refusal.Code, e.GetType().Name, Trace);
            return refusal.Code == ErrorCode.Internal ? refusal with { Message = $"{refusal.Message} Trace {Trace}." } : refusal;
        }
    }

    // A stale activation has written nothing: asking again reaches the one that replaced it.
    private static async ValueTask<object?> Once(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception e) when (Faults.IsStale(e))
        {
            return await next(call);
        }
    }

    private static string Trace => Activity.Current?.TraceId.ToString() ?? "none";

    [LoggerMessage(1, LogLevel.Error, "{Method} failed, trace {Trace}")]
    private partial void Failed(Exception exception, string method, string trace);

    [LoggerMessage(2, LogLevel.Warning, "{Method} answered {Code} because of {Exception}, trace {Trace}")]
    private partial void Unavailable(string method, int code, string exception, string trace);
}
