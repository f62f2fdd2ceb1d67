using Grainline.Gateway.Apis;
using Grainline.Gateway.Metrics;

namespace Grainline.Gateway.Hosting;

/// <summary>What a process shows to those who run it, when it has no public door: <c>/health/live</c>, <c>/health/ready</c>, <c>/metrics</c>. None of it asks anybody else.</summary>
public static class Operations
{
    public static IServiceCollection AddOperations(this IServiceCollection services) =>
        services.AddQuietLogs().AddSingleton<Readiness>().AddSingleton<PrometheusPage>().AddHostedService<ReadinessSwitch>();

    public static void MapOperations(this WebApplication app)
    {
        // From the start on, so that nothing goes unmeasured.
        app.Services.GetRequiredService<PrometheusPage>();
        app.MapHealth();
    }
}
