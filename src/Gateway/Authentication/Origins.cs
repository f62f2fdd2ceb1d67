using Grainline.Security;

namespace Grainline.Gateway.Authentication;

/// <summary>Which web pages may speak for a visitor. A caller without an <c>Origin</c> is no browser, and origins guard only against browsers.</summary>
internal static class Origins
{
    public static bool Allows(this SiteView site, HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(origin, request) || site.Origins.Any(allowed => Same(allowed, origin));
    }

    public static bool IsOwn(string origin, HttpRequest request) => Same($"{request.Scheme}://{request.Host}", origin);

    private static bool Same(string allowed, string origin) => string.Equals(allowed.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase);
}
