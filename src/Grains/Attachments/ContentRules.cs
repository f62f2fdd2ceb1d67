using Grainline.Blobs.Sniffing;
using Grainline.Refusals;

namespace Grainline.Attachments;

/// <summary>Whether bytes are what they were announced as. The answer is the type that they are handed out as later: never one that they do not show, or that nobody would check.</summary>
internal static class ContentRules
{
    /// <summary>The client did not know.</summary>
    public static bool IsVague(string type) => type is "" or "application/octet-stream";

    public static Refusal NotAllowed(string type) => new(ErrorCode.AttachmentTypeRefused, $"Files of the type '{type}' are not taken here.");

    public static Outcome<string> Settle(string declared, ContentNature nature, string? sniffed, AttachmentOptions options)
    {
        var type = Settle(declared, nature, sniffed);
        return type is null
            ? new Refusal(ErrorCode.AttachmentRefused, $"It was announced as '{declared}', but its bytes show {(sniffed is null ? "nothing of the kind" : $"'{sniffed}'")}.")
            : options.Allows(type) ? type : NotAllowed(type);
    }

    private static string? Settle(string declared, ContentNature nature, string? sniffed) => nature switch
    {
        ContentNature.Program => null,
        // Shown as text it is harmless. Under its own name it is taken if the operator lists it, and then only ever saved; under any other name a browser might run it.
        ContentNature.Markup => IsPlain(declared) || declared == sniffed ? declared : null,
        ContentNature.Text => IsVague(declared) ? "text/plain" : IsReadable(declared) ? declared : null,
        // Text documents are packed or stored in one of two containers.
        ContentNature.Archive when sniffed == "application/zip" && IsPackedDocument(declared) => declared,
        ContentNature.Document when sniffed == "application/x-ole-storage" => IsOldDocument(declared) ? declared : null,
        // Some other picture than its name says: taken for what it is.
        ContentNature.Image or ContentNature.Video or ContentNature.Audio or ContentNature.Document or ContentNature.Archive =>
            IsVague(declared) || Family(declared) == Family(sniffed!) || declared == sniffed ? sniffed : null,
        _ => HasSignature(declared) ? null : IsVague(declared) ? "application/octet-stream" : declared,
    };

    private static bool IsPlain(string type) => type is "text/plain" or "text/csv" or "text/markdown" or "application/json";

    private static bool IsReadable(string type) => type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/rtf";

    private static bool IsPackedDocument(string type) =>
        type.StartsWith("application/vnd.openxmlformats-officedocument.", StringComparison.Ordinal)
        || type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) || type is "application/epub+zip";

    private static bool IsOldDocument(string type) => type is "application/msword" or "application/vnd.ms-excel" or "application/vnd.ms-powerpoint" or "application/vnd.ms-outlook";

    /// <summary>Files of these types begin in a way that is known: without it they are something else.</summary>
    private static bool HasSignature(string type) =>
        Family(type) is "image" or "video" or "audio" or "text" || IsPackedDocument(type) || IsOldDocument(type)
        || type is "application/pdf" or "application/zip" or "application/gzip" or "application/rtf" or "application/json";

    // A video's container may hold sound alone.
    private static string Family(string type) => type.Split('/')[0] is var family && family == "audio" ? "video" : family == "application" ? type : family;
}
