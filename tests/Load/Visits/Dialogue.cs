using Grainline.Load.Checking;
using Grainline.Load.Talk;

namespace Grainline.Load.Visits;

/// <summary>How a dialogue ends.</summary>
internal enum Ending
{
    /// <summary>The agent resolves it.</summary>
    Resolved,

    /// <summary>The visitor ends it.</summary>
    Closed,

    /// <summary>The visitor closes the page without a word; the agent finds out and resolves it.</summary>
    Left,
}

/// <param name="Weight">How often it is played, relative to the others.</param>
internal sealed record Dialogue(string Name, string Language, string? Subject, double Weight, IReadOnlyList<Turn> Turns, Ending Ends);

/// <param name="By">Who speaks.</param>
/// <param name="After">Seconds of silence before, at pace 1.</param>
/// <param name="Typing">Seconds of them in which the other side is shown that somebody types; they come on top of <paramref name="After"/>.</param>
/// <param name="Gap">Seconds between the lines of a burst.</param>
internal sealed record Turn(Side By, double After, double Typing, double Gap, IReadOnlyList<Line> Lines);

/// <summary>A script that cannot be read, with its file and line as editors jump to them.</summary>
internal sealed class DialogueException(string file, long line, string what) : Exception($"{file}:{line}: {what}");
