using Microsoft.Net.Http.Headers;

namespace Grainline.Gateway.Attachments;

/// <summary>Which part of a file was asked for. Several at once, or any in words that are not understood, are answered with the whole.</summary>
internal readonly record struct FileRange(long From, long Count, bool IsPart)
{
    /// <summary>Null when the part lies beyond the file.</summary>
    public static FileRange? Of(HttpRequest request, long bytes, EntityTagHeaderValue tag)
    {
        var whole = new FileRange(0, bytes, false);
        var headers = request.GetTypedHeaders();
        if (headers.Range is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges })
            return whole;

        // Resumed from another content it would be put together from two files.
        if (headers.IfRange is { } condition && condition.EntityTag?.Compare(tag, useStrongComparison: true) != true)
            return whole;
        return ranges.First() switch
        {
            { From: { } from, To: var to } => from >= bytes ? null : new(from, Math.Min(to ?? bytes - 1, bytes - 1) - from + 1, true),
            { To: { } last } => last == 0 || bytes == 0 ? null : new(Math.Max(0, bytes - last), Math.Min(last, bytes), true),
            _ => whole,
        };
    }
}
