using Grainline.Gateway.Hosting;

namespace Grainline.Gateway.Apis;

internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).WithSummary("The process answers.").WithTags("Operations");
        app.MapGet("/health/ready", (Readiness readiness) => readiness.Reason is { } reason
                ? Results.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready"))
            .WithSummary("Whether new connections should come here.").WithTags("Operations");
        app.MapGet("/metrics", (Metrics.PrometheusPage page) => Results.Text(page.Write(), "text/plain; version=0.0.4; charset=utf-8"))
            .WithSummary("Metrics in Prometheus' text format.").WithTags("Operations");
    }
}
