using System.Diagnostics.CodeAnalysis;

namespace Grainline;

/// <summary>
/// The one spelling of grain keys: <c>tenant/id</c>. An id may not contain the separator, so no id of one tenant can be spelled to reach into another.
/// </summary>
public static class TenantScoped
{
    private const char Separator = '/';

    public static string Format(string tenant, string id) => string.Concat(tenant, "/", id);

    public static bool TryParse(string? key, [NotNullWhen(true)] out string? tenant, [NotNullWhen(true)] out string? id)
    {
        tenant = id = null;
        var at = key?.IndexOf(Separator) ?? -1;
        if (at <= 0 || !IsId(key![..at]) || !IsId(key[(at + 1)..]))
            return false;
        tenant = key[..at];
        id = key[(at + 1)..];
        return true;
    }

    /// <summary>Whether a text from outside may stand in a key: 1 to <see cref="Limits.IdLength"/> letters, digits, '-', '_' or '.'.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= Limits.IdLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
