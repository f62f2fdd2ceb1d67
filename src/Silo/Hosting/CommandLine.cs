namespace Grainline.Silo.Hosting;

internal static class CommandLine
{
    /// <summary>Switches without a value get one: the configuration reader would take the next switch for it.</summary>
    public static string[] Spell(string[] args) => Array.ConvertAll(args, arg => arg is "--empty" or "--Empty" ? "--Empty=true" : arg);
}
