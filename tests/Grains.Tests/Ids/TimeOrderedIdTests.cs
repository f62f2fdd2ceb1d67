using FsCheck;
using FsCheck.Fluent;
using Grainline.Ids;

namespace Grainline.Tests.Ids;

public sealed class TimeOrderedIdTests
{
    private static readonly Gen<TimeOrderedId> AnyId =
        from milliseconds in Gen.Choose(0, int.MaxValue)
        from leap in Gen.Choose(0, 1023)
        from node in Gen.Choose(0, TimeOrderedId.MaxNode)
        from sequence in Gen.Choose(1, TimeOrderedId.MaxSequence)
        select TimeOrderedId.Of(milliseconds + ((long)leap << 31), node, sequence);

    [Fact]
    public void Of_ItsParts_KeepsThem()
    {
        var id = TimeOrderedId.Of(44_712_000_123, 517, 4_001);

        Assert.Equal((44_712_000_123, 517, 4_001), (id.Milliseconds, id.Node, id.Sequence));
        Assert.Equal(TimeOrderedId.Epoch.AddMilliseconds(44_712_000_123), id.At);
        Assert.Equal(long.MaxValue, TimeOrderedId.Of(TimeOrderedId.MaxMilliseconds, TimeOrderedId.MaxNode, TimeOrderedId.MaxSequence).Value);
        Assert.Equal(2094, TimeOrderedId.Of(TimeOrderedId.MaxMilliseconds, 0, 0).At.Year);
    }

    [Theory]
    [InlineData(1, "0000000000001")]
    [InlineData(31, "000000000000z")]
    [InlineData(32, "0000000000010")]
    [InlineData(long.MaxValue, "7zzzzzzzzzzzz")]
    public void ToString_KnownNumbers_IsCrockfordsBase32(long value, string text)
    {
        Assert.Equal(text, new TimeOrderedId(value).ToString());
        Assert.Equal(new TimeOrderedId(value), TimeOrderedId.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000")]
    [InlineData("000000000000")]
    [InlineData("00000000000001")]
    [InlineData("8000000000000")]
    [InlineData("000000000000Z")]
    [InlineData("000000000000i")]
    [InlineData("000000000000l")]
    [InlineData("000000000000o")]
    [InlineData("000000000000u")]
    [InlineData("00000000000/1")]
    [InlineData("00000000000 1")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(TimeOrderedId.TryParse(text, out var id));
        Assert.Equal(default, id);
        if (text is not null)
            Assert.Throws<FormatException>(() => TimeOrderedId.Parse(text));
    }

    [Fact]
    public void Text_OfAny_IsAnIdOfThirteenCharactersAndComesBack() => Prop.ForAll(Arb.From(AnyId), id =>
    {
        var text = id.ToString();
        Span<char> written = stackalloc char[TimeOrderedId.Length];
        id.WriteTo(written);
        return text.Length == TimeOrderedId.Length && TenantScoped.IsId(text) && TimeOrderedId.Parse(text) == id && written.SequenceEqual(text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Text_OfAnyTwo_SortsAsTheNumbersDo() => Prop.ForAll(Arb.From(AnyId.Two()), pair =>
    {
        var (one, other) = pair;
        return Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString())) == Math.Sign(one.CompareTo(other));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Text_ComparedWithIdsOfEarlierVersions_ComesAfterThem()
    {
        var old = Guid.CreateVersion7(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToString("N");

        Assert.True(string.CompareOrdinal(old, TimeOrderedId.Of(44_712_000_123, 0, 0).ToString()) < 0);
    }
}
