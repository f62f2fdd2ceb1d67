using Grainline.Gateway.Authentication;
using Grainline.Gateway.Wire;
using Grainline.Refusals;

namespace Grainline.Gateway.Apis;

/// <summary>Checks of what administrators type in.</summary>
internal static class SetupShape
{
    public static Refusal? Login(string login) =>
        login.Length is > 0 and <= Limits.NameLength && login.All(c => c is > ' ' and <= '~' and not '/')
            ? null
            : Check.Invalid($"A login has 1 to {Limits.NameLength} printable ASCII characters.");

    public static Refusal? NewPassword(string password) =>
        password.Length is >= Passwords.ShortestLength and <= Passwords.LongestLength
            ? null
            : Check.Invalid($"A password has {Passwords.ShortestLength} to {Passwords.LongestLength} characters.");

    public static Refusal? Origins(string[] origins) =>
        origins.Length > 100 ? Check.Invalid("There are more than 100 origins.")
        : origins.All(IsOrigin) ? null
        : Check.Invalid("An origin is a scheme and a host, such as https://shop.example.");

    private static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.PathAndQuery == "/" && uri.Fragment == "" && uri.UserInfo == "";
}
