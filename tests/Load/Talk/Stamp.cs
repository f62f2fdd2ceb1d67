using System.Buffers.Text;

namespace Grainline.Load.Talk;

/// <summary>A message's text: when it was due, as 16 hexadecimal digits, and filler. So the receiver knows its age without looking anything up.</summary>
internal static class Stamp
{
    public const int Shortest = 17;

    public static void Write(Span<byte> text, long due)
    {
        text.Fill((byte)'.');
        Utf8Formatter.TryFormat(due, text, out _, new('x', 16));
        text[16] = (byte)' ';
    }

    /// <summary>0 when the text was not written by this tool.</summary>
    public static long Read(ReadOnlySpan<byte> text) =>
        text.Length >= Shortest && Utf8Parser.TryParse(text[..16], out long due, out var used, 'x') && used == 16 ? due : 0;
}
