using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Grainline.Refusals;

namespace Grainline.Tickets.Desk;

/// <summary>The shapes that everything of the desk is made of. Each answers null when all is well.</summary>
internal static partial class DeskText
{
    /// <summary>The language that every display name has.</summary>
    public const string English = "en";

    /// <summary>The other language that the product speaks; what it defines itself has names in both.</summary>
    public const string Chinese = "zh-CN";

    private const int Languages = 50;

    public static Refusal? Id(string? id, string what) =>
        TenantScoped.IsId(id) ? null : Fault($"{what} is no id: 1 to {Limits.IdLength} letters, digits, '-', '_' or '.'.");

    public static Refusal? Name(string? name, string what) =>
        string.IsNullOrWhiteSpace(name) ? Fault($"{what} is empty.")
        : name.Length > Limits.NameLength ? Fault($"{what} has more than {Limits.NameLength} characters.")
        : null;

    /// <summary>Display names by language.</summary>
    public static Refusal? Names(ImmutableDictionary<string, string>? names, string what) =>
        names is null || !names.ContainsKey(English) ? Fault($"{what} has no name in '{English}'.")
        : names.Count > Languages ? Fault($"{what} has names in more than {Languages} languages.")
        : names.Keys.FirstOrDefault(tag => !IsLanguage(tag)) is { } tag ? Fault($"{what} has a name in '{tag}', which is no language tag.")
        : names.Values.Select(name => Name(name, $"A name of {what}")).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Whether it looks like a BCP 47 tag, such as <c>zh-Hans-CN</c>.</summary>
    public static bool IsLanguage(string? tag) => tag is { Length: <= 35 } && Tag().IsMatch(tag);

    public static Refusal? Fault(string message) => new(ErrorCode.DefinitionInvalid, message);

    [GeneratedRegex("\\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\z")]
    private static partial Regex Tag();
}
