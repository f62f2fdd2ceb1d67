using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Grainline.Refusals;
using Grainline.Tickets;

namespace Grainline.Tests.Tickets;

/// <summary>The small languages of tickets: tags, mentions, merge patches.</summary>
public sealed class TicketTextTests
{
    private static readonly Gen<JsonText> AnyFields =
        from names in Gen.SubListOf("a", "b", "c", "d")
        from values in Gen.ArrayOf(Gen.Elements("1", "\"x\"", "[1,2]", """{"y":null}""", "true", "\"屏\""), 4)
        select new JsonText($"{{{string.Join(',', names.Select((name, i) => $"\"{name}\":{values[i]}"))}}}");

    [Theory]
    [InlineData("Order", "order")]
    [InlineData(" ÄRGER-1 ", "ärger-1")]
    [InlineData("屏幕_坏", "屏幕_坏")]
    [InlineData("e\u0301te\u0301", "\u00e9t\u00e9")]
    public void Tags_OfAnyScript_HaveOneSpelling(string tag, string spelt) => Assert.Equal([spelt], TicketTags.Normalise([tag]).Value);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a,b")]
    [InlineData("a\ud83d")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Tags_Unfit_AreRefused(string tag) => Assert.Equal(ErrorCode.InvalidArgument, TicketTags.Normalise([tag]).Refusal?.Code);

    [Theory]
    [InlineData("@amy can you?", "amy")]
    [InlineData("Ask @amy, @bob.b. and @amy", "amy bob.b")]
    [InlineData("请@amy看一下", "")]
    [InlineData("请 @amy 看一下", "amy")]
    [InlineData("mail ada@example.com", "")]
    [InlineData("@@amy", "")]
    [InlineData("nobody", "")]
    public void Mentions_InWords_AreFound(string text, string ids) => Assert.Equal(ids, string.Join(' ', Mentions.In(text)));

    [Fact]
    public void Patch_BetweenTwo_MakesTheOneTheOther() => Prop.ForAll(Arb.From(AnyFields), Arb.From(AnyFields), (before, after) =>
        FieldPatch.Between(before, after) is { } patch ? Same(FieldPatch.Merge(before, patch), after) : Same(before, after)).QuickCheckThrowOnFailure();

    private static bool Same(JsonText one, JsonText other) => JsonNode.DeepEquals(JsonNode.Parse(one.Text), JsonNode.Parse(other.Text));
}
