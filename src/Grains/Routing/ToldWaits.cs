namespace Grainline.Routing;

/// <summary>Every wait that conversations in line were told, until an agent has them: then it shows how true each was. Forgotten with the activation.</summary>
internal sealed class ToldWaits
{
    private const int Kept = 50;

    private readonly Dictionary<string, List<WaitPromise>> _told = [];

    public void Tell(string conversationId, int seconds, DateTimeOffset now)
    {
        if (!_told.TryGetValue(conversationId, out var told))
            _told[conversationId] = told = [];
        if (told.Count < Kept)
            told.Add(new(now, seconds));
    }

    /// <summary>The wait is over. Null when nothing was told, or when nobody served it and so nothing can be compared.</summary>
    public WaitsTold? Take(string conversationId, bool served, DateTimeOffset now)
    {
        if (!_told.Remove(conversationId, out var told) || !served)
            return null;
        var errors = told.ConvertAll(promise => promise.Seconds - (now - promise.ToldAt).TotalSeconds);
        return new(errors.Count, errors.Sum(Math.Abs));
    }
}
