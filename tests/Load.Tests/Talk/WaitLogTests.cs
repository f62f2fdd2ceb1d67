using Grainline.Load.Talk;

namespace Grainline.Load.Tests.Talk;

public sealed class WaitLogTests
{
    private readonly WaitLog _wait = new();

    [Fact]
    public void NotePlace_MovingUp_IsNoSetBack()
    {
        foreach (var place in new[] { 5, 5, 3, 1 })
            _wait.NotePlace(place);
        Assert.Equal((3, 0), (_wait.Places, _wait.SetBacks));
    }

    [Fact]
    public void NotePlace_FurtherBack_IsASetBack()
    {
        _wait.NotePlace(2);
        _wait.NotePlace(4);
        Assert.Equal((2, 1), (_wait.Places, _wait.SetBacks));
    }

    [Fact]
    public void NoteOffer_Again_KeepsTheFirst()
    {
        Assert.Equal(0, _wait.OfferedAt);
        _wait.NoteOffer();
        var first = _wait.OfferedAt;
        _wait.NoteOffer();
        Assert.NotEqual(0, first);
        Assert.Equal(first, _wait.OfferedAt);
    }
}
