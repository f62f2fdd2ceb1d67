namespace Grainline.Blobs.Sniffing;

/// <summary>Whether a browser would take a text for a page or a drawing. It asks for tags anywhere in the head, not only at its beginning: browsers are as generous.</summary>
internal static class MarkupScan
{
    private static readonly string[] Pages =
        ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<object", "<embed", "<img", "<style", "<meta", "<link", "<form", "<base", "<frameset", "<video", "<audio", "<a href"];

    public static string? Finds(string text)
    {
        if (Has(text, "<svg"))
            return "image/svg+xml";
        if (Array.Exists(Pages, tag => Has(text, tag)))
            return "text/html";
        return text.AsSpan().TrimStart().TrimStart('\uFEFF').StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "application/xml" : null;
    }

    private static bool Has(string text, string tag) => text.Contains(tag, StringComparison.OrdinalIgnoreCase);
}
