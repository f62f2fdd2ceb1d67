namespace Grainline.Gateway.Hosting;

/// <summary>Until the silos were reached nobody can be served: whoever comes all the same is asked to come back. Only those who run the process are answered.</summary>
internal static class Doorman
{
    public static void UseDoorman(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use((http, next) => readiness.HasStarted || http.Request.Path.StartsWithSegments("/health") || http.Request.Path == "/metrics" ? next(http) : Refuse(http));
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "2";
        return http.Response.WriteAsync("starting", http.RequestAborted);
    }
}
