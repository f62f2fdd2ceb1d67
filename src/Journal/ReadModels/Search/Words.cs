using System.Text;

namespace Grainline.Journal.ReadModels.Search;

/// <summary>A word as the index knows it, and where it stands in the text.</summary>
/// <param name="Dense">A pair of characters of a script without spaces, or a single one that stands alone; each pair shares a character with the next one of its run.</param>
internal readonly record struct Word(string Text, int Start, int Length, bool Dense)
{
    public int End => Start + Length;
}

/// <summary>Takes texts apart. Indexed texts and what people look for are taken apart alike; a change here needs a new <see cref="Version"/>.</summary>
internal static class Words
{
    /// <summary>An index of another version is thrown away.</summary>
    public const int Version = 1;

    private const int LongestWord = 64;

    public static List<Word> Of(string text)
    {
        var (words, word, run) = (new List<Word>(text.Length / 4), new StringBuilder(), new List<(string Text, int Start, int Length)>());
        var (at, start, end) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.Utf16SequenceLength;
            if (Scripts.IsDense(rune))
            {
                EndWord();
                run.Add((Scripts.Fold(rune), at, length));
            }
            else if (Scripts.IsWord(rune))
            {
                EndRun();
                if (word.Length == 0)
                    start = at;
                if (word.Length < LongestWord)
                    Scripts.Fold(rune, word);
                end = at + length;
            }
            else
            {
                EndWord();
                EndRun();
            }

            at += length;
        }

        EndWord();
        EndRun();
        return words;

        void EndWord()
        {
            if (word.Length > 0)
                words.Add(new(word.ToString(), start, end - start, false));
            word.Clear();
        }

        void EndRun()
        {
            if (run.Count == 1)
                words.Add(new(run[0].Text, run[0].Start, run[0].Length, true));
            for (var i = 1; i < run.Count; i++)
                words.Add(new(run[i - 1].Text + run[i].Text, run[i - 1].Start, run[i].Start + run[i].Length - run[i - 1].Start, true));
            run.Clear();
        }
    }

    /// <summary>The single characters of its dense words, each once: whoever looks for one character finds it in every pair.</summary>
    public static IEnumerable<string> Singles(IEnumerable<Word> words) =>
        words.Where(w => w.Dense).SelectMany(w => w.Text.EnumerateRunes()).Distinct().Select(rune => rune.ToString());
}
