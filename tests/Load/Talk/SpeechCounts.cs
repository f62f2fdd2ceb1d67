namespace Grainline.Load.Talk;

/// <summary>Of all dialogues of a run.</summary>
internal sealed class SpeechCounts
{
    private long _messages, _attachments, _refused, _typed;

    public long Messages => Volatile.Read(ref _messages);

    public long Attachments => Volatile.Read(ref _attachments);

    /// <summary>Attachments that the server did not take (104).</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>The agents' turns that began with typing.</summary>
    public long AgentsTyped => Volatile.Read(ref _typed);

    public void NoteAgentTyped() => Interlocked.Increment(ref _typed);

    public void NoteSaid(Line line)
    {
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _attachments, line.Attachments.Count);
    }

    public void NoteRefused(int attachments) => Interlocked.Add(ref _refused, attachments);
}
