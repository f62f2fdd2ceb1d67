namespace Grainline.Gateway.Hosting;

/// <summary>Headers that tell browsers what these pages may do.</summary>
internal static class SecurityHeaders
{
    private const string Console =
        "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // Widget files are embedded by shops; everything else is ours alone.
        if (!IsWidget(http.Request.Path))
        {
            headers.ContentSecurityPolicy = Console;
            headers.XFrameOptions = "DENY";
        }
        return next(http);
    });

    private static bool IsWidget(PathString path) => path == "/widget.js" || path.StartsWithSegments("/widget");
}
