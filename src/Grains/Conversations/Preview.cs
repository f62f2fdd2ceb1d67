namespace Grainline.Conversations;

/// <summary>The beginning of a text, for lists: at most 160 characters, never half of a surrogate pair.</summary>
internal static class Preview
{
    private const int Length = 160;

    /// <summary>Files without words are known by the first one's name.</summary>
    public static string Of(MessagePosted posted) => Of(posted.Text.Length > 0 ? posted.Text : posted.Attachments?.FirstOrDefault()?.Name ?? "");

    public static string Of(string text) => text.Length <= Length ? text : text[..(char.IsHighSurrogate(text[Length - 1]) ? Length - 1 : Length)];
}
