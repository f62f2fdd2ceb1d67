using System.Text;
using System.Text.Json;
using Grainline.Integrations.Outbox;
using Grainline.Journal;

namespace Grainline.Tests.Integrations;

public sealed class EnvelopeTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void Of_Message_IsTheEnvelopeOfThePage()
    {
        var record = Envelope.Of(Entry("conversation.message", Message("Text")), new())!;

        Assert.Equal(
            """{"id":"conversation/acme/c1/7","version":1,"type":"conversation.message","tenant":"acme","stream":"conversation/acme/c1","seq":7,"position":42,"at":"2026-06-01T12:00:00.123Z","data":{"clientMessageId":"m1","author":{"kind":"Visitor","id":"ada"},"kind":"Text"}}""",
            Encoding.UTF8.GetString(record.Value));
        Assert.Equal(("grainline.events", "conversation/acme/c1", At), (record.Topic, Encoding.UTF8.GetString(record.Key), record.At));
        Assert.Equal(["id=conversation/acme/c1/7", "type=conversation.message", "tenant=acme", "version=1", "content-type=application/json"],
            record.Headers.Select(h => $"{h.Name}={Encoding.UTF8.GetString(h.Value)}"));
    }

    [Fact]
    public void Of_Message_CarriesItsTextOnlyWhenAsked()
    {
        var data = Told.Read(Envelope.Of(Entry("conversation.message", Message("Text", "您好")), new() { Content = true })!);

        Assert.Contains("\"text\":\"您好\"", data.Text, StringComparison.Ordinal);
        Assert.False(data.Data.GetProperty("author").TryGetProperty("name", out _));
    }

    [Theory]
    [InlineData("conversation.message", """{"kind":"Note","text":"x"}""")]
    [InlineData("conversation.message", """{"text":"x"}""")]
    [InlineData("ticket.comment", """{"public":false,"text":"x"}""")]
    [InlineData("ticket.comment", """{"text":"x"}""")]
    [InlineData("account.created", """{"name":"x"}""")]
    [InlineData("conversation.invented-tomorrow", """{"text":"x"}""")]
    public void Of_WhatIsNobodysBusiness_IsNothing(string type, string payload) => Assert.Null(Envelope.Of(Entry(type, payload), new() { Content = true }));

    [Fact]
    public void Of_MemberOfAnUnexpectedShape_LeavesNothingOfIt() =>
        Assert.Equal(JsonValueKind.Null, Told.Read(Envelope.Of(Entry("conversation.assigned", """{"agent":"Amy Santos","by":["Sam"]}"""), new())!).Data.GetProperty("agent").ValueKind);

    [Fact]
    public void Of_NobodyAssigned_SaysSo() =>
        Assert.Equal("""{"assigned":{}}""", Told.Read(Envelope.Of(Entry("ticket.changed", """{"assigned":{}}"""), new())!).Data.GetRawText());

    [Fact]
    public void Of_TooLong_LeavesWithoutItsData()
    {
        var told = Told.Read(Envelope.Of(Entry("conversation.message", Message("Text", new string('x', 20_000))), new() { Content = true, LongestRecord = 10_000 })!);

        Assert.Equal((JsonValueKind.Null, 7L), (told.Data.ValueKind, told.Seq));
    }

    private static string Message(string kind, string text = "hello") =>
        $$"""{"clientMessageId":"m1","author":{"kind":"Visitor","id":"ada","name":"Ada"},"kind":"{{kind}}","text":"{{text}}"}""";

    private static JournalEntry Entry(string type, string payload) => new(42, "conversation/acme/c1", 7, type, Encoding.UTF8.GetBytes(payload), At, null);
}
