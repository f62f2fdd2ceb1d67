using Grainline.Ids;
using Grainline.Testing;

namespace Grainline.Tests.Ids;

public sealed class IdTermTests
{
    private const int Node = 7;
    private const int EachMillisecond = TimeOrderedId.MaxSequence + 1;

    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(10);

    private readonly ManualTimeProvider _steady = new();
    private readonly LeapingClock _clock;
    private readonly IdTerm _term;
    private readonly long _start;

    public IdTermTests()
    {
        _clock = new LeapingClock(_steady);
        _start = IdTerm.Clock(_clock);
        _term = new IdTerm(Node, _start - 1, _clock, Lead);
        _term.Extend(_start + 1_000, TimeSpan.FromMinutes(1).Ticks);
    }

    [Fact]
    public void TryNext_ClockThatStands_CountsWithinTheMillisecondAndThenBorrows()
    {
        var ids = Take(2 * EachMillisecond + 1);

        Assert.All(ids, id => Assert.Equal(Node, id.Node));
        Assert.Equal((_start, 0), (ids[0].Milliseconds, ids[0].Sequence));
        Assert.Equal((_start, TimeOrderedId.MaxSequence), (ids[EachMillisecond - 1].Milliseconds, ids[EachMillisecond - 1].Sequence));
        Assert.Equal((_start + 1, 0), (ids[EachMillisecond].Milliseconds, ids[EachMillisecond].Sequence));
        Assert.Equal((_start + 2, 0), (ids[^1].Milliseconds, ids[^1].Sequence));
        Assert.All(ids.Zip(ids.Skip(1)), pair => Assert.True(pair.First.Value < pair.Second.Value));
    }

    [Fact]
    public void TryNext_ClockThatMoves_BeginsItsMillisecond()
    {
        Take(3);
        _steady.Advance(TimeSpan.FromMilliseconds(5));

        var id = Take(1)[0];

        Assert.Equal((_start + 5, 0), (id.Milliseconds, id.Sequence));
        Assert.Equal(_clock.GetUtcNow(), id.At);
    }

    [Fact]
    public void TryNext_ClockSetBackWithinTheLead_GoesOnFromTheLast()
    {
        var before = Take(1)[0];
        _clock.Offset = -Lead;

        Assert.Equal(before.Value + 1, Take(1)[0].Value);
        Assert.False(_term.IsAhead);
    }

    [Fact]
    public void TryNext_ClockSetBackBeyondTheLead_RefusesUntilItHasCaughtUp()
    {
        var before = Take(1)[0];
        _clock.Offset = -Lead - TimeSpan.FromMilliseconds(1);

        Assert.False(_term.TryNext(out _));

        // Not even what is left of the last millisecond: the lead is a promise about the time that an id tells.
        _steady.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_term.TryNext(out var after) && after.Value > before.Value);
    }

    [Fact]
    public void TryNext_MoreThanTheLeadHolds_IsRefused()
    {
        Take(EachMillisecond * (int)(Lead.TotalMilliseconds + 1));

        Assert.False(_term.TryNext(out _));
        Assert.True(_term.IsAhead);
    }

    [Fact]
    public void TryNext_ClockThatLeapsBeyondWhatIsReserved_GoesOnFromTheLast()
    {
        var before = Take(1)[0];
        _clock.Offset = TimeSpan.FromDays(1);

        Assert.Equal(before.Value + 1, Take(1)[0].Value);

        _term.Extend(IdTerm.Clock(_clock) + 1_000, TimeSpan.FromMinutes(1).Ticks);
        Assert.Equal(IdTerm.Clock(_clock), Take(1)[0].Milliseconds);
    }

    [Fact]
    public void TryNext_AllThatIsReserved_IsUsedAndNothingBeyond()
    {
        _term.Extend(_start, TimeSpan.FromMinutes(1).Ticks);

        Assert.Equal(_start, Take(EachMillisecond)[^1].Milliseconds);
        Assert.False(_term.TryNext(out _));
        _steady.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_term.TryNext(out _));
    }

    [Fact]
    public void TryNext_AtTheEndOfTheLease_IsRefusedWhateverTheTimeOfDay()
    {
        _clock.Offset = -TimeSpan.FromDays(1);
        var term = new IdTerm(Node, 0, _clock, Lead);
        term.Extend(_start + 100_000, TimeSpan.FromSeconds(15).Ticks);
        _steady.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        Assert.True(term.TryNext(out _));

        _steady.Advance(TimeSpan.FromTicks(1));

        Assert.False(term.TryNext(out _));
    }

    [Fact]
    public void TryNext_MarkOfAFormerHolder_StartsAboveIt()
    {
        var term = new IdTerm(Node, _start + 4, _clock, Lead);
        term.Extend(_start + 1_000, TimeSpan.FromMinutes(1).Ticks);

        Assert.True(term.TryNext(out var id));
        Assert.Equal((_start + 5, 0), (id.Milliseconds, id.Sequence));
    }

    [Fact]
    public void Close_AfterSome_TellsTheLastMillisecondAndEndsIt()
    {
        Take(EachMillisecond + 1);

        Assert.Equal(_start + 1, _term.Close());
        Assert.False(_term.TryNext(out _));
        _steady.Advance(TimeSpan.FromMilliseconds(500));
        Assert.False(_term.TryNext(out _));
    }

    [Fact]
    public void TryNext_ClockBeforeTheEpoch_IsRefused()
    {
        _clock.Offset = TimeOrderedId.Epoch - _steady.GetUtcNow() - TimeSpan.FromDays(1);
        var term = new IdTerm(Node, 0, _clock, Lead);
        term.Extend(1_000, TimeSpan.FromMinutes(1).Ticks);

        Assert.False(term.TryNext(out _));
    }

    private List<TimeOrderedId> Take(int count)
    {
        var ids = new List<TimeOrderedId>(count);
        for (var i = 0; i < count; i++)
        {
            Assert.True(_term.TryNext(out var id), $"Refused at {i}.");
            ids.Add(id);
        }

        return ids;
    }
}
