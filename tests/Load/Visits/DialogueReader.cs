using Grainline.Load.Checking;
using Grainline.Load.Talk;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Grainline.Load.Visits;

/// <summary>Reads a dialogue script. The format is told in docs/performance.md; what it does not know is an error, so that a misspelt word is not played as silence.</summary>
internal sealed class DialogueReader(string file)
{
    public static Dialogue ReadFile(string path)
    {
        using var text = File.OpenText(path);
        return new DialogueReader(path).Read(text);
    }

    /// <exception cref="DialogueException">It is no YAML, or no dialogue.</exception>
    public Dialogue Read(TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException e)
        {
            throw new DialogueException(file, e.Start.Line, e.Message);
        }
        return stream.Documents is [var document] ? Dialogue(new(file, document.RootNode)) : throw new DialogueException(file, 1, "One file holds one dialogue.");
    }

    private Dialogue Dialogue(ScriptNode root)
    {
        root.AllowOnly("language", "subject", "weight", "turns", "ends");
        Turn[] turns = [.. root.Required("turns").Items().Select(Turn)];
        if (turns is [])
            throw root.Required("turns").Error("A dialogue has at least one turn.");
        var ends = root.Find("ends")?.OneOf<Ending>() ?? Ending.Resolved;
        return new(Path.GetFileNameWithoutExtension(file), root.Required("language").Text(), root.Find("subject")?.Text(), root.Find("weight")?.Number() ?? 1, turns, ends);
    }

    private static Turn Turn(ScriptNode node)
    {
        node.AllowOnly("by", "after", "typing", "gap", "say", "attach");
        var by = node.Required("by").OneOf<Side>(Side.None);
        Attachment[] attachments = node.Find("attach") is { } attach ? [.. attach.Items().Select(Attachment)] : [];
        string[] texts = [.. node.Required("say").Items().Select(item => item.Text())];
        // What is attached comes with the last line: people write first and then press the clip.
        Line[] lines = [.. texts.Select((text, index) => new Line(text, index == texts.Length - 1 ? attachments : []))];
        return new(by, Seconds("after"), Seconds("typing"), Seconds("gap"), lines);

        double Seconds(string name) => node.Find(name)?.Number() ?? 0;
    }

    private static Attachment Attachment(ScriptNode node)
    {
        node.AllowOnly("name", "type", "bytes");
        return new(node.Required("name").Text(), node.Required("type").Text(), (long)node.Required("bytes").Number());
    }
}
