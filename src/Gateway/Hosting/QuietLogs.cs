namespace Grainline.Gateway.Hosting;

/// <summary>
/// Keeps secrets and bodies out of the log, whatever level is configured: the web server's request log holds the query, which holds the hubs' tokens, and
/// SignalR's debug log holds the arguments of calls.
/// </summary>
internal static class QuietLogs
{
    private static readonly string[] Talkative =
        ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Authentication",
         "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Result",
         "Microsoft.AspNetCore.Http.RequestDelegateGenerator", "Microsoft.AspNetCore.Cors"];

    public static IServiceCollection AddQuietLogs(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var rule in options.Rules.Where(rule => Talkative.Any(name => rule.CategoryName?.StartsWith(name, StringComparison.Ordinal) == true)).ToArray())
            options.Rules.Remove(rule);
        foreach (var category in Talkative)
            options.Rules.Add(new(null, category, LogLevel.Warning, null));
        // Answered by FaultHandler, which logs it once.
        options.Rules.Add(new(null, "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None, null));
        // Keys are protected by the folder's permissions; the deployment guide says so.
        options.Rules.Add(new(null, "Microsoft.AspNetCore.DataProtection", LogLevel.Error, null));
    });
}
