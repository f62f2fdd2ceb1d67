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
            return await next(call);
        }
        catch (Exception e) when (Faults.IsStale(e))
        {
            return await Again(call, next);
        }
        catch (Exception e)
        {
            // The edge: nothing that is thrown passes it in its own words.
            return Answer(call, e);
        }
    }

    // A stale activation has written nothing: asking again reaches the one that replaced it.
    private async ValueTask<object?> Again(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception e)
        {
            // The edge: nothing that is thrown passes it in its own words.
            return Answer(call, e);
        }
    }

    private Refusal Answer(HubInvocationContext call, Exception e)
    {
        var refusal = Faults.Classify(e);
        // Nobody may be listening for traces: the id in the log and in the answer must match all the same.
        var trace = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        if (refusal.Code != ErrorCode.Internal)
        {
            Unavailable(call.HubMethodName, (int)refusal.Code, e.GetType().Name, trace);
            return refusal;
        }
        Failed(e, call.HubMethodName, trace);
        return refusal with { Message = $"{refusal.Message} Trace {trace}." };
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} failed, trace {Trace}")]
    private partial void Failed(Exception exception, string method, string trace);

    [LoggerMessage(2, LogLevel.Warning, "{Method} answered {Code} because of {Exception}, trace {Trace}")]
    private partial void Unavailable(string method, int code, string exception, string trace);
}
