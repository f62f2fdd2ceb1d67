using Grainline.Integrations.Commands;
using Grainline.Refusals;

namespace Grainline.Tests.Integrations;

public sealed class CommandReaderTests
{
    private const string Good = """{"version":1,"type":"conversation.post","tenant":"acme","source":"orders","id":"o-1","data":{"conversationId":"c1","text":"您的订单已发货"}}""";

    [Fact]
    public void Read_Good_IsTheCommand()
    {
        var read = CommandReader.Read(CommandScene.Record(Good)).Value!;

        Assert.Equal(("o-1", "conversation.post", "acme", "orders"), (read.Id, read.Type, read.Tenant, read.Source));
        Assert.Equal(new PostToConversation("c1", "您的订单已发货"), read.Data);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"version\":1", "\"version\":\"1\"")]
    [InlineData("conversation.post", "conversation.delete")]
    [InlineData("\"acme\"", "\"acme/other\"")]
    [InlineData("\"acme\"", "7")]
    [InlineData("\"orders\"", "\"\"")]
    [InlineData("\"text\":", "\"txt\":")]
    [InlineData("\"text\":\"", "\"NOTE\":true,\"text\":\"")]
    [InlineData("\"您的订单已发货\"", "null")]
    [InlineData("\"data\":", "\"date\":")]
    [InlineData("}}", "}")]
    public void Read_Bad_IsRefusedWithoutQuotingIt(string part, string instead)
    {
        var read = CommandReader.Read(CommandScene.Record(Good.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal(ErrorCode.InvalidArgument, read.Refusal?.Code);
        Assert.DoesNotContain("订单", read.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"type":"conversation.post","tenant":"\ud800","source":"orders","data":{"conversationId":"c1","text":"x"}}""")]
    [InlineData("""{"version":1,"type":"conversation.post","tenant":"acme","source":"orders","data":{"conversationId":"c1","text":"\ud800"}}""")]
    [InlineData("""{"version":1,"type":"conversation.post","tenant":"acme","source":"orders","data":null}""")]
    [InlineData("""{"version":1,"type":"ticket.apply","tenant":"acme","source":"orders","data":{"ticketId":"t1","actions":[{"text":"x","public":true}]}}""")]
    [InlineData("""{"version":1,"type":"ticket.apply","tenant":"acme","source":"orders","data":{"ticketId":"t1","actions":[{"kind":"explode"}]}}""")]
    [InlineData("""{"version":1,"type":"ticket.apply","tenant":"acme","source":"orders","data":{"ticketId":"t1","actions":[null]}}""")]
    [InlineData("""{"version":1,"type":"ticket.create","tenant":"acme","source":"orders","data":{"team":"care","subject":"x","priority":"Soon"}}""")]
    public void Read_WhatIsNoCommand_IsRefused(string json) => Assert.Equal(ErrorCode.InvalidArgument, CommandReader.Read(CommandScene.Record(json)).Refusal?.Code);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"编号\"")]
    [InlineData("\"01234567890123456789012345678901234567890123456789012345678901234\"")]
    [InlineData("7")]
    public void Read_BadId_IsRefused(string id) =>
        Assert.Equal(ErrorCode.InvalidClientMessageId, CommandReader.Read(CommandScene.Record(Good.Replace("\"o-1\"", id, StringComparison.Ordinal))).Refusal?.Code);

    [Fact]
    public void Read_NoId_IsItsPlace()
    {
        var json = Good.Replace("\"id\":\"o-1\",", "", StringComparison.Ordinal);
        string Id(long offset, int partition) => CommandReader.Read(CommandScene.Record(json, offset, partition)).Value!.Id;

        Assert.Equal(Id(11, 1), Id(11, 1));
        Assert.Equal(3, new[] { Id(11, 1), Id(12, 1), Id(11, 2) }.Distinct().Count());
        Assert.InRange(Id(11, 1).Length, 1, Limits.ClientMessageIdLength);
    }

    [Fact]
    public void Read_TooLong_IsRefused() =>
        Assert.Equal(ErrorCode.InvalidArgument, CommandReader.Read(CommandScene.Record(Good.Replace("发货", new string('x', 300_000), StringComparison.Ordinal))).Refusal?.Code);
}
