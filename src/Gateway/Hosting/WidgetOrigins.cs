namespace Grainline.Gateway.Hosting;

/// <summary>
/// Which answers other sites' pages may read. A preflight does not say which site it is for, so any origin may ask what visitors may ask, without cookies;
/// the answer itself depends on the site's own list of origins. What staff may ask is for our own pages only.
/// </summary>
internal static class WidgetOrigins
{
    private static readonly string[] Open = ["/api/v1/visitors", "/api/v1/visitor", "/api/v1/sites", "/api/v1/conversations"];

    public static IServiceCollection AddWidgetOrigins(this IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin().WithMethods("GET", "POST").WithHeaders("authorization", "content-type").SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    public static void UseWidgetOrigins(this IApplicationBuilder app) =>
        app.UseWhen(http => Open.Any(path => http.Request.Path.StartsWithSegments(path)), visitors => visitors.UseCors());
}
