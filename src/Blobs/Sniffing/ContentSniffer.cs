using System.Text;

namespace Grainline.Blobs.Sniffing;

/// <summary>Looks at the first bytes of a file: signatures first, then whether it is text and of what sort.</summary>
public static class ContentSniffer
{
    /// <summary>As many bytes as are looked at.</summary>
    public const int HeadBytes = 4_096;

    private static readonly (int At, byte[] Magic, ContentNature Nature, string Type)[] Signatures =
    [
        (0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], ContentNature.Image, "image/png"),
        (0, [0xFF, 0xD8, 0xFF], ContentNature.Image, "image/jpeg"),
        (0, "GIF87a"u8.ToArray(), ContentNature.Image, "image/gif"),
        (0, "GIF89a"u8.ToArray(), ContentNature.Image, "image/gif"),
        (8, "WEBP"u8.ToArray(), ContentNature.Image, "image/webp"),
        (8, "WAVE"u8.ToArray(), ContentNature.Audio, "audio/wav"),
        (8, "AVI "u8.ToArray(), ContentNature.Video, "video/x-msvideo"),
        (4, "ftypavif"u8.ToArray(), ContentNature.Image, "image/avif"),
        (4, "ftyphei"u8.ToArray(), ContentNature.Image, "image/heic"),
        (4, "ftypmif1"u8.ToArray(), ContentNature.Image, "image/heic"),
        (4, "ftypM4A"u8.ToArray(), ContentNature.Audio, "audio/mp4"),
        (4, "ftypqt"u8.ToArray(), ContentNature.Video, "video/quicktime"),
        (4, "ftyp"u8.ToArray(), ContentNature.Video, "video/mp4"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], ContentNature.Video, "video/webm"),
        (0, "OggS"u8.ToArray(), ContentNature.Audio, "audio/ogg"),
        (0, "fLaC"u8.ToArray(), ContentNature.Audio, "audio/flac"),
        (0, "ID3"u8.ToArray(), ContentNature.Audio, "audio/mpeg"),
        (0, [0xFF, 0xFB], ContentNature.Audio, "audio/mpeg"),
        (0, "BM"u8.ToArray(), ContentNature.Image, "image/bmp"),
        (0, [0x49, 0x49, 0x2A, 0x00], ContentNature.Image, "image/tiff"),
        (0, [0x4D, 0x4D, 0x00, 0x2A], ContentNature.Image, "image/tiff"),
        (0, "%PDF-"u8.ToArray(), ContentNature.Document, "application/pdf"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ContentNature.Document, "application/x-ole-storage"),
        (0, @"{\rtf"u8.ToArray(), ContentNature.Document, "application/rtf"),
        (0, [(byte)'P', (byte)'K', 3, 4], ContentNature.Archive, "application/zip"),
        (0, [(byte)'P', (byte)'K', 5, 6], ContentNature.Archive, "application/zip"),
        (0, [0x1F, 0x8B], ContentNature.Archive, "application/gzip"),
        (0, [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], ContentNature.Archive, "application/x-7z-compressed"),
        (0, "Rar!"u8.ToArray(), ContentNature.Archive, "application/vnd.rar"),
        (0, "MZ"u8.ToArray(), ContentNature.Program, "application/x-msdownload"),
        (0, [0x7F, (byte)'E', (byte)'L', (byte)'F'], ContentNature.Program, "application/x-elf"),
        (0, [0xCE, 0xFA, 0xED, 0xFE], ContentNature.Program, "application/x-mach-binary"),
        (0, [0xCF, 0xFA, 0xED, 0xFE], ContentNature.Program, "application/x-mach-binary"),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], ContentNature.Program, "application/x-mach-binary"),
        (0, "\0asm"u8.ToArray(), ContentNature.Program, "application/wasm"),
        (0, "#!"u8.ToArray(), ContentNature.Program, "text/x-script"),
    ];

    public static ContentKind Sniff(ReadOnlySpan<byte> head)
    {
        foreach (var (at, magic, nature, type) in Signatures)
        {
            if (head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic))
                return new(nature, type);
        }

        return head.IsEmpty ? default : Reads(head) is not { } text ? default
            : MarkupScan.Finds(text) is { } markup ? new(ContentNature.Markup, markup)
            : new(ContentNature.Text, "text/plain");
    }

    /// <summary>The head as text, or null when it is not any: UTF-8 or UTF-16 with a mark, without control characters. The last character may be cut in half.</summary>
    private static string? Reads(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..(head.Length & ~1)]);
        var cut = head.Length == HeadBytes ? 3 : 0;
        for (var end = head.Length; end >= head.Length - cut; end--)
        {
            if (!System.Text.Unicode.Utf8.IsValid(head[..end]))
                continue;
            return head[..end].ContainsAnyInRange((byte)0, (byte)8) ? null : Encoding.UTF8.GetString(head[..end]);
        }

        // Older spreadsheets and text files: one byte a character. Without control characters it is taken for text.
        return head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)0x0E, (byte)0x1F) ? null : Encoding.Latin1.GetString(head);
    }
}
