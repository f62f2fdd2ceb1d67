using System.CommandLine;
using System.Numerics;

namespace Grainline.Load.Commands;

/// <summary>Options with a default, and the numbers that they take.</summary>
internal static class Choice
{
    public static Option<T> With<T>(string name, T value, string description) => new(name) { Description = description, DefaultValueFactory = _ => value };

    public static Option<T> MoreThanZero<T>(this Option<T> option) where T : struct, INumber<T> => option.Where<Option<T>, T>(value => value > T.Zero, "more than 0");

    /// <summary>Not given, it is well too.</summary>
    public static Option<T?> MoreThanZero<T>(this Option<T?> option) where T : struct, INumber<T> => option.Where<Option<T?>, T?>(value => value is null || value > T.Zero, "more than 0");

    /// <param name="why">Continues the sentence that refuses it.</param>
    public static Option<T> AtLeast<T>(this Option<T> option, T least, string why = "") where T : struct, INumber<T> => option.Where<Option<T>, T>(value => value >= least, $"{least} or more{why}");

    public static Option<T> Between<T>(this Option<T> option, T least, T most) where T : struct, INumber<T> => option.Where<Option<T>, T>(value => value >= least && value <= most, $"{least} to {most}");

    private static TOption Where<TOption, T>(this TOption option, Func<T?, bool> isFine, string which) where TOption : Option
    {
        option.Validators.Add(result =>
        {
            if (!isFine(result.GetValueOrDefault<T>()))
                result.AddError($"{result.Option.Name} is {which}.");
        });
        return option;
    }
}
