using System.CommandLine;
using System.CommandLine.Parsing;

namespace Grainline.Load.Commands;

internal static class Choice
{
    public static Option<T> With<T>(string name, T value, string description) => new(name) { Description = description, DefaultValueFactory = _ => value };

    public static void MoreThanZero(this Option<double> option) => option.Validators.Add(result => MoreThanZero(result, result.GetValueOrDefault<double>()));

    public static void MoreThanZero(this Option<double?> option) => option.Validators.Add(result => MoreThanZero(result, result.GetValueOrDefault<double?>()));

    public static Option<string?> Json() => new("--json") { Description = "Writes the figures to this file." };

    private static void MoreThanZero(OptionResult result, double? value)
    {
        if (value <= 0)
            result.AddError($"{result.Option.Name} is more than 0.");
    }
}
