using System.CommandLine;

namespace Grainline.Load.Commands;

internal static class Choice
{
    public static Option<T> With<T>(string name, T value, string description) => new(name) { Description = description, DefaultValueFactory = _ => value };

    public static Option<string?> Json() => new("--json") { Description = "Writes the figures to this file; docs/performance.md describes it." };
}
