namespace Grainline.Load.Talk;

/// <summary>What one side says, where it is not filler: the n-th line goes with the n-th post.</summary>
/// <param name="counts">Told of what the server does not take.</param>
internal sealed class Speech(SpeechCounts counts)
{
    private readonly List<Line> _lines = [];

    public void Add(Line line)
    {
        lock (_lines)
            _lines.Add(line);
        counts.NoteSaid(line);
    }

    public Line Of(int post)
    {
        lock (_lines)
            return _lines[post - 1];
    }

    /// <summary>The server takes no attachments: the line goes without them, as docs/errors.md asks for. False when there were none.</summary>
    public bool Strip(int post)
    {
        lock (_lines)
        {
            var line = _lines[post - 1];
            if (line.Attachments.Count == 0)
                return false;
            counts.NoteRefused(line.Attachments.Count);
            _lines[post - 1] = line with { Attachments = [] };
            return true;
        }
    }
}
