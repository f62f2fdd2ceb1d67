using System.Diagnostics;
using Grainline.Refusals;
using Microsoft.AspNetCore.Diagnostics;

namespace Grainline.Gateway.Apis;

/// <summary>The REST side of <see cref="HubFilters.FaultFilter"/>: logged once, answered with a code, internals kept.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        var refusal = exception is BadHttpRequestException bad ? Malformed(bad) : Faults.Classify(exception);
        if (refusal.Code == ErrorCode.Internal)
        {
            Failed(exception, http.Request.Method, http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName, trace);
            refusal = refusal with { Message = $"{refusal.Message} Trace {trace}." };
        }
        await Answers.Refused(refusal).ExecuteAsync(http);
        return true;
    }

    private static Refusal Malformed(BadHttpRequestException bad) => new(
        ErrorCode.InvalidArgument, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is too large." : "The request cannot be read.");

    /// <summary>Answers that the web server gives by itself, without a body: too large, of the wrong type, of the wrong method.</summary>
    public static async Task Explain(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.Path.StartsWithSegments("/api"))
            return;
        var status = http.Response.StatusCode;
        var problem = Answers.Problem(status is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed
            ? new(ErrorCode.UnknownMethod, "There is no such resource.")
            : new(ErrorCode.InvalidArgument, status == StatusCodes.Status413PayloadTooLarge ? "The body is too large." : "The request cannot be read."));
        problem.Status = status;
        await Results.Problem(problem).ExecuteAsync(http);
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Endpoint} failed, trace {Trace}")]
    private partial void Failed(Exception exception, string method, string? endpoint, string trace);
}
