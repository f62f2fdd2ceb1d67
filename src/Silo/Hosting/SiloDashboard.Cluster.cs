using Microsoft.Extensions.Options;
using Orleans.Dashboard;
using Orleans.Hosting;

namespace Grainline.Silo.Hosting;

internal static class SiloDashboard
{
    private const string Path = "/dashboard";

    public static ISiloBuilder UseDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<SiloDashboardOptions>().BindConfiguration("Dashboard").ValidateDataAnnotations().ValidateOnStart();
        // The log is for those who may read the process's own.
        return silo.Configuration.GetValue<bool>("Dashboard:Enabled") ? silo.AddDashboard(static page => page.HideTrace = true) : silo;
    }

    public static void MapDashboard(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SiloDashboardOptions>>().Value is not { Enabled: true, Token: { } token })
            return;
        app.MapOrleansDashboard(Path).AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            if (DashboardDoor.IsClosed(http.Request.Path))
                return Results.NotFound();
            if (DashboardDoor.Opens(http.Request.Headers.Authorization, token))
                return await next(call);
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"Grainline\"";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        });
    }
}
