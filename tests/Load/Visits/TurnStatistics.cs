using System.Text;
using Grainline.Load.Checking;

namespace Grainline.Load.Visits;

/// <summary>The measure of one side of some dialogues.</summary>
internal readonly record struct TurnStatistics(int Dialogues, double TurnsEach, double WordsEach)
{
    public static TurnStatistics Of(IReadOnlyCollection<Dialogue> dialogues, Side side)
    {
        Turn[] turns = [.. dialogues.SelectMany(dialogue => dialogue.Turns).Where(turn => turn.By == side)];
        var words = turns.Sum(turn => turn.Lines.Sum(line => Words(line.Text)));
        return new(dialogues.Count, turns.Length / (double)Math.Max(1, dialogues.Count), words / (double)Math.Max(1, turns.Length));
    }

    /// <summary>Han characters count one each: their words are not set apart.</summary>
    public static int Words(string text)
    {
        var (words, inside) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var han = rune.Value is >= 0x3400 and <= 0x9fff or >= 0x20000 and <= 0x3ffff;
            var part = !han && (Rune.IsLetterOrDigit(rune) || (inside && rune.Value is '-' or '\''));
            if (han || (part && !inside))
                words++;
            inside = part;
        }
        return words;
    }
}
