using System.Text;

namespace Grainline.Benchmarks;

/// <summary>Texts whose words are as common as in real ones: the n-th word comes about 1/n as often as the first. Half are English, half Chinese; every tenth names an order.</summary>
internal sealed class InventedText
{
    private const int EnglishWords = 30_000;
    private const int ChineseWords = 20_000;
    private const string Onsets = "bcdfghklmnprstvw";
    private const string Vowels = "aeiou";

    private readonly Random _random = new(11);
    private readonly string[] _english;
    private readonly string[] _chinese;
    private readonly double[] _englishOdds = Odds(EnglishWords);
    private readonly double[] _chineseOdds = Odds(ChineseWords);

    public InventedText()
    {
        _english = [.. Distinct(EnglishWords, () => string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => $"{Onsets[_random.Next(Onsets.Length)]}{Vowels[_random.Next(Vowels.Length)]}")))];
        _chinese = [.. Distinct(ChineseWords, () => string.Concat(Enumerable.Range(0, 2).Select(_ => (char)(0x4E00 + (int)(3_000 * Math.Pow(_random.NextDouble(), 2))))))];
    }

    /// <summary>The word of a rank; 0 is the most common.</summary>
    public string English(int rank) => _english[rank];

    public string Chinese(int rank) => _chinese[rank];

    public static string Order(long number) => $"ORD-{10_000_000 + number}";

    public string Next(long number)
    {
        var text = new StringBuilder();
        var (english, words) = (_random.Next(2) == 0, _random.Next(4, 24));
        for (var i = 0; i < words; i++)
            text.Append(english ? Pick(_english, _englishOdds) : Pick(_chinese, _chineseOdds)).Append(english ? " " : i % 6 == 5 ? "\uFF0C" : "");
        if (number % 10 == 0)
            text.Append(' ').Append(Order(number));
        return text.ToString();
    }

    private string Pick(string[] words, double[] odds)
    {
        var at = Array.BinarySearch(odds, _random.NextDouble() * odds[^1]);
        return words[at < 0 ? ~at : at];
    }

    private static IEnumerable<string> Distinct(int count, Func<string> make)
    {
        var made = new HashSet<string>();
        while (made.Count < count)
        {
            if (make() is var word && made.Add(word))
                yield return word;
        }
    }

    private static double[] Odds(int count)
    {
        var (odds, sum) = (new double[count], 0.0);
        for (var i = 0; i < count; i++)
            odds[i] = sum += 1.0 / (i + 2);
        return odds;
    }
}
