namespace Grainline.Load.Reporting.Html;

/// <summary>Every system has one look on the whole page: a colour and, for those who cannot tell colours apart, a dash.</summary>
internal sealed class Systems(IEnumerable<RunFigures> runs)
{
    private const int Looks = 4;

    private readonly string[] _names = [.. runs.Select(run => run.System).Distinct()];

    /// <summary>A class of the page's style.</summary>
    public string Look(string system) => $"s{Math.Max(0, Array.IndexOf(_names, system)) % Looks}";
}
