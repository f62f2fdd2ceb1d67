using Grainline.Load.Checking;
using Grainline.Load.Talk;

namespace Grainline.Load.Tests.Talk;

public sealed class SeatTests : IPoster
{
    private static readonly Line Picture = new("here", [new("cup.jpg", "image/jpeg", 9)]);

    private readonly TalkCounts _counts = new();
    private readonly SpeechCounts _said = new();
    private readonly Pair _pair;
    private readonly List<(PostId Post, Line Line)> _sent = [];

    public SeatTests()
    {
        _pair = new("c1", _counts);
        _pair.Visitor.Speech = new(_said);
        _pair.Visitor.Connect(this);
    }

    [Fact]
    public void Failed_AttachmentsRefused_SendsTheSamePostWithoutThemAndCounts()
    {
        Say(Picture);
        _pair.Visitor.Failed(104, "104: Attachments cannot be sent yet.");
        _pair.Visitor.Acknowledged(1);
        Assert.Equal([Picture, Picture with { Attachments = [] }], _sent.Select(one => one.Line), Same);
        Assert.Equal(_sent[0].Post, _sent[1].Post);
        Assert.Equal((1, 1), (_said.Attachments, _said.Refused));
        Assert.Empty(_counts.Refusals);
    }

    [Fact]
    public void Failed_AttachmentsRefusedThoughThereWereNone_IsTold()
    {
        Say(new("here", []));
        _pair.Visitor.Failed(104, "104: Attachments cannot be sent yet.");
        Assert.Single(_sent);
        Assert.Equal(["104: Attachments cannot be sent yet."], _counts.Refusals);
    }

    [Fact]
    public void Owes_UntilAcknowledged_IsTrueForWhatWasDueBefore()
    {
        _pair.Agent.Connect(this);
        _pair.Agent.Due(10);
        _pair.Agent.Due(20);
        Assert.True(_pair.Agent.Owes(11));
        Assert.False(_pair.Agent.Owes(10));
        _pair.Agent.Acknowledged(1);
        Assert.False(_pair.Agent.Owes(11));
        Assert.True(_pair.Agent.Owes(21));
        Assert.Equal(1, _pair.Agent.AcknowledgedSeq);
    }

    void IPoster.Post(Seat seat, PostId post, long due) => _sent.Add((post, seat.Speech?.Of(post.Number) ?? new("", [])));

    private void Say(Line line)
    {
        _pair.Visitor.Speech!.Add(line);
        _pair.Visitor.Due(1);
    }

    private static bool Same(Line one, Line other) => one.Text == other.Text && one.Attachments.SequenceEqual(other.Attachments);
}
