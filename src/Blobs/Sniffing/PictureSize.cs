using System.Buffers.Binary;

namespace Grainline.Blobs.Sniffing;

/// <summary>Reads width and height from the headers of the picture formats that previews come in.</summary>
public static class PictureSize
{
    /// <summary>Null when it is no PNG, JPEG or WebP, or is damaged before its size.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> picture) => ContentSniffer.Sniff(picture).Type switch
    {
        "image/png" => Png(picture),
        "image/jpeg" => Jpeg(picture),
        "image/webp" => WebP(picture),
        _ => null,
    };

    private static (int, int)? Png(ReadOnlySpan<byte> b) =>
        b.Length < 24 || !b.Slice(12, 4).SequenceEqual("IHDR"u8) ? null : (BinaryPrimitives.ReadInt32BigEndian(b[16..]), BinaryPrimitives.ReadInt32BigEndian(b[20..]));

    /// <summary>Walks from marker to marker up to the one that begins the frame.</summary>
    private static (int, int)? Jpeg(ReadOnlySpan<byte> b)
    {
        for (var at = 2; at + 9 < b.Length && b[at] == 0xFF;)
        {
            var marker = b[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(b[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(b[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
        }

        return null;
    }

    private static (int, int)? WebP(ReadOnlySpan<byte> b)
    {
        if (b.Length < 30)
            return null;
        var chunk = b.Slice(12, 4);
        if (chunk.SequenceEqual("VP8X"u8))
            return (1 + (b[24] | (b[25] << 8) | (b[26] << 16)), 1 + (b[27] | (b[28] << 8) | (b[29] << 16)));
        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(b[21..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return chunk.SequenceEqual("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(b[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(b[28..]) & 0x3FFF)
            : null;
    }
}
