using System.Diagnostics.CodeAnalysis;
using Orleans;

namespace Grainline.Ids;

/// <summary>
/// An id that rises with time and is made without asking anybody: 41 bits of milliseconds since <see cref="Epoch"/>, 10 bits of the maker's node number, 12 bits that count within the millisecond.
/// As text always 13 characters, lower-case Crockford base32, which sort as the number does; text is what travels, because JavaScript has no 64-bit numbers. It holds no secret: whoever has seen one can guess others.
/// </summary>
/// <param name="Value">Positive; 0 is no id.</param>
[GenerateSerializer, Immutable, Alias("timeordered.id")]
public readonly record struct TimeOrderedId(long Value) : IComparable<TimeOrderedId>
{
    /// <summary>Characters of the text.</summary>
    public const int Length = 13;

    /// <summary>Node numbers are 0 to 1,023.</summary>
    public const int MaxNode = (1 << NodeBits) - 1;

    /// <summary>The last id of a millisecond ends with this number.</summary>
    public const int MaxSequence = (1 << SequenceBits) - 1;

    /// <summary>The last millisecond that fits, in September 2094.</summary>
    public const long MaxMilliseconds = (1L << 41) - 1;

    private const int NodeBits = 10;
    private const int SequenceBits = 12;

    /// <summary>The beginning of 2025, UTC.</summary>
    public static readonly DateTimeOffset Epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The maker's node number.</summary>
    public int Node => (int)(Value >> SequenceBits) & MaxNode;

    /// <summary>Its place among the ids of its millisecond and node.</summary>
    public int Sequence => (int)Value & MaxSequence;

    /// <summary>Since <see cref="Epoch"/>.</summary>
    public long Milliseconds => Value >> (NodeBits + SequenceBits);

    /// <summary>When it was made (UTC, to the millisecond), by a clock that never steps back: it can be ahead of the time of day by <c>Ids:Lead</c>, and behind it for seconds after a step forward.</summary>
    public DateTimeOffset At => Epoch.AddMilliseconds(Milliseconds);

    /// <param name="milliseconds">Since <see cref="Epoch"/>, 0 to <see cref="MaxMilliseconds"/>.</param>
    /// <param name="node">0 to <see cref="MaxNode"/>.</param>
    /// <param name="sequence">0 to <see cref="MaxSequence"/>.</param>
    public static TimeOrderedId Of(long milliseconds, int node, int sequence) =>
        new((milliseconds << (NodeBits + SequenceBits)) | ((long)node << SequenceBits) | (uint)sequence);

    public override string ToString() => string.Create(Length, Value, static (text, value) => CrockfordText.Write(value, text));

    /// <summary>Writes the text to the first <see cref="Length"/> characters of <paramref name="text"/>.</summary>
    public void WriteTo(Span<char> text) => CrockfordText.Write(Value, text);

    /// <exception cref="FormatException">The text is not the one that <see cref="ToString"/> gives for some id.</exception>
    public static TimeOrderedId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no id.");

    /// <summary>Exact: an id has one spelling, so capitals and look-alikes are refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeOrderedId id)
    {
        id = text is { Length: Length } && CrockfordText.TryRead(text, out var value) && value > 0 ? new(value) : default;
        return id.Value > 0;
    }

    public int CompareTo(TimeOrderedId other) => Value.CompareTo(other.Value);
}
