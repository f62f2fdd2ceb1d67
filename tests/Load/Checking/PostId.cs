using System.Buffers.Text;
using System.Globalization;

namespace Grainline.Load.Checking;

internal enum Side
{
    None,
    Visitor,
    Agent,
}

/// <summary>The n-th post of one side of a conversation, from 1; on the wire <c>v7</c> or <c>a7</c>. The default stands for entries that nobody posted.</summary>
internal readonly record struct PostId(Side Side, int Number)
{
    public bool IsNone => Side == Side.None;

    public static PostId Parse(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] is (byte)'v' or (byte)'a' && Utf8Parser.TryParse(text[1..], out int number, out var used) && used == text.Length - 1
            ? new(text[0] == 'v' ? Side.Visitor : Side.Agent, number)
            : default;

    public int Format(Span<byte> text)
    {
        text[0] = Side == Side.Visitor ? (byte)'v' : (byte)'a';
        Number.TryFormat(text[1..], out var length, provider: CultureInfo.InvariantCulture);
        return 1 + length;
    }

    public override string ToString() => IsNone ? "-" : $"{(Side == Side.Visitor ? 'v' : 'a')}{Number}";
}
