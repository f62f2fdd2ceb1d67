using Grainline.Gateway.Hosting;

namespace Grainline.Gateway.Apis;

internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).WithSummary("The process answers.").WithTags("Operations");
        app.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady
                ? Results.Text("ready")
                : Results.Text(readiness.IsDraining ? "draining" : "starting", statusCode: StatusCodes.Status503ServiceUnavailable))
            .WithSummary("Whether new connections should come here.").WithTags("Operations");
        app.MapGet("/metrics", (Metrics.PrometheusPage page) => Results.Text(page.Write(), "text/plain; version=0.0.4; charset=utf-8"))
            .WithSummary("Metrics in Prometheus' text format.").WithTags("Operations");
    }
}
