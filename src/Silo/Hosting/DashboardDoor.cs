using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Grainline.Silo.Hosting;

/// <summary>Lets those in who know the token, as the password of basic authentication, and nobody to what grains hold: that is what people have written.</summary>
internal static class DashboardDoor
{
    public static bool IsClosed(PathString path) => path.Value?.EndsWith("/GrainState", StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="authorization">The request's header of that name.</param>
    public static bool Opens(string? authorization, string token)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var given) || !given.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || given.Parameter is null)
            return false;
        var credentials = new byte[given.Parameter.Length];
        if (!Convert.TryFromBase64String(given.Parameter, credentials, out var length))
            return false;
        var password = credentials.AsSpan(0, length);
        password = password[(password.IndexOf((byte)':') + 1)..];
        return CryptographicOperations.FixedTimeEquals(password, Encoding.UTF8.GetBytes(token));
    }
}
