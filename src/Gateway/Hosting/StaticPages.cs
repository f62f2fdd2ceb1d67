using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Grainline.Gateway.Hosting;

/// <summary>The built web pages beside the program: console, widget, demo shop.</summary>
internal static partial class StaticPages
{
    public static void UsePages(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!Directory.Exists(folder))
            return;
        var files = new PhysicalFileProvider(folder);
        // Shops embed the short address; it must stay the same for as long as their pages do.
        app.Use((http, next) =>
        {
            if (http.Request.Path == "/widget.js")
                http.Request.Path = "/widget/widget.js";
            return next(http);
        });
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = served => Cache(served.Context, served.File.Name) });
    }

    /// <summary>Routes inside the console belong to its own router; everything unknown elsewhere stays not found.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", (HttpContext http) => Page(http, "demo", "home")).ExcludeFromDescription();
        app.MapGet("/console/{**route:nonfile}", (HttpContext http) => Page(http, "console")).ExcludeFromDescription();
    }

    private static IResult Page(HttpContext http, params ReadOnlySpan<string> folders)
    {
        Cache(http, "index.html");
        var page = Path.Combine([AppContext.BaseDirectory, "wwwroot", .. folders, "index.html"]);
        return File.Exists(page) ? Results.File(page, "text/html") : Results.NotFound();
    }

    // A name with a hash in it never changes its content; everything else is asked for again each time and answered 304.
    private static void Cache(HttpContext http, string name)
    {
        http.Response.Headers[HeaderNames.CacheControl] = Hashed().IsMatch(name) ? "public, max-age=31536000, immutable" : "no-cache";
        if (http.Request.Path.StartsWithSegments("/widget"))
            http.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
    }

    [GeneratedRegex(@"[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$")]
    private static partial Regex Hashed();
}
