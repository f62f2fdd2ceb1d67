namespace Grainline.Load.Checking;

/// <summary>Everything the tool knows of one conversation: what was acknowledged and what each viewer saw, the transcript among them.</summary>
internal sealed class History(string conversation)
{
    private readonly List<View> _views = [];
    private readonly List<(PostId Post, long Seq)> _acks = [];

    public string Conversation => conversation;

    public IReadOnlyList<View> Views => _views;

    public int Acknowledged => _acks.Count;

    public View AddView(string viewer)
    {
        var view = new View(viewer);
        _views.Add(view);
        return view;
    }

    /// <summary>May be called by both sides at once.</summary>
    public void Acknowledge(PostId post, long seq)
    {
        lock (_acks)
            _acks.Add((post, seq));
    }

    /// <summary>At the end, when every view was synced to the head. Empty when all is well.</summary>
    public IEnumerable<Violation> Judge()
    {
        foreach (var view in _views)
        {
            foreach (var violation in Sequence.Judge(conversation, view))
                yield return violation;
        }
        foreach (var violation in Agreement.Judge(conversation, _views))
            yield return violation;
        foreach (var violation in Acknowledgements.Judge(conversation, _views, _acks))
            yield return violation;
    }
}
