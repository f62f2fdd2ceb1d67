using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Grainline.Gateway.Hosting;

/// <summary>
/// Which answers other sites' pages may read. A preflight does not say which site it is for, so any origin may ask what visitors may ask, without cookies;
/// the answer itself depends on the site's own list of origins. What staff may ask is for our own pages only.
/// </summary>
internal static class WidgetOrigins
{
    private const string Uploads = "uploads";

    private static readonly string[] Open = ["/api/v1/visitors", "/api/v1/visitor", "/api/v1/sites", "/api/v1/conversations"];

    public static IServiceCollection AddWidgetOrigins(this IServiceCollection services) => services.AddCors(cors =>
    {
        cors.AddDefaultPolicy(policy => ForAnyPage(policy).WithMethods("GET", "POST").WithHeaders("authorization", "content-type"));
        // A page sees of the protocol's headers only those that are named here.
        cors.AddPolicy(Uploads, policy => ForAnyPage(policy).WithMethods("GET", "POST", "PUT", "HEAD", "PATCH", "DELETE")
            .WithHeaders(
                "authorization", "content-type", "tus-resumable", "upload-length", "upload-metadata", "upload-offset", "upload-checksum", "x-http-method-override", "x-requested-with")
            .WithExposedHeaders(
                "location", "tus-resumable", "tus-version", "tus-extension", "tus-max-size", "tus-checksum-algorithm", "upload-length", "upload-offset", "upload-expires", "upload-metadata"));
    });

    public static void UseWidgetOrigins(this IApplicationBuilder app)
    {
        app.UseWhen(http => Open.Any(path => http.Request.Path.StartsWithSegments(path)), visitors => visitors.UseCors());
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api/v1/attachments"), uploads => uploads.UseCors(Uploads));
    }

    private static CorsPolicyBuilder ForAnyPage(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().SetPreflightMaxAge(TimeSpan.FromMinutes(10));
}
