using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Grainline.Load.Visits;

/// <summary>A node of a script that complains with its file and line.</summary>
internal readonly struct ScriptNode(string file, YamlNode node)
{
    public DialogueException Error(string what) => new(file, node.Start.Line, what);

    public void AllowOnly(params string[] names)
    {
        foreach (var key in Map().Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !names.Contains(name))
                throw new ScriptNode(file, key).Error($"\"{key}\" means nothing here; known are {string.Join(", ", names)}.");
        }
    }

    public ScriptNode? Find(string name) => Map().Children.TryGetValue(new YamlScalarNode(name), out var found) ? new(file, found) : null;

    public ScriptNode Required(string name) => Find(name) ?? throw Error($"\"{name}\" is missing.");

    /// <summary>A list's items; of anything else, itself.</summary>
    public IEnumerable<ScriptNode> Items()
    {
        var from = file;
        return node is YamlSequenceNode list ? list.Children.Select(item => new ScriptNode(from, item)) : [this];
    }

    public string Text() => node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Error("A text is expected.");

    /// <summary>Zero or more.</summary>
    public double Number() => double.TryParse(Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Error($"\"{Text()}\" is no number of zero or more.");

    public T OneOf<T>(params T[] but) where T : struct, Enum
    {
        var text = Text();
        string[] names = [.. Enum.GetValues<T>().Except(but).Select(value => value.ToString().ToLowerInvariant())];
        return names.Contains(text) ? Enum.Parse<T>(text, ignoreCase: true) : throw Error($"\"{text}\" is none of {string.Join(", ", names)}.");
    }

    private YamlMappingNode Map() => node as YamlMappingNode ?? throw Error("Names with values are expected.");
}
