using System.Text;
using Grainline.Attachments;
using Grainline.Blobs.Sniffing;

namespace Grainline.Tests.Attachments;

/// <summary>Names against bytes: the type that comes out is the one that the file is handed out as.</summary>
public sealed class ContentRulesTests
{
    [Theory]
    [InlineData("image/png", "\u0089PNG\r\n\u001a\n", "image/png")]
    [InlineData("image/png", "\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("", "%PDF-1.7", "application/pdf")]
    [InlineData("application/octet-stream", "plain words", "text/plain")]
    [InlineData("text/csv", "a;b\r\n1;2", "text/csv")]
    [InlineData("text/csv", "Gr\u00f6\u00dfe;Preis", "text/csv")]
    [InlineData("text/plain", "<script>shown as words</script>", "text/plain")]
    [InlineData("application/json", "{\"a\":1}", "application/json")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004....", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("application/msword", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/msword")]
    [InlineData("video/mp4", "\0\0\0\u0018ftypmp42", "video/mp4")]
    [InlineData("audio/mp4", "\0\0\0\u0018ftypmp42", "video/mp4")]
    public void Settle_BytesThatFit_AreWhatTheyShow(string declared, string bytes, string type) => Assert.Equal(type, Settle(declared, bytes).Value);

    [Theory]
    [InlineData("image/png", "PK\u0003\u0004....")]
    [InlineData("application/zip", "%PDF-1.7")]
    [InlineData("application/pdf", "plain words")]
    [InlineData("image/svg+xml", "<svg/>")]
    [InlineData("", "<html>")]
    [InlineData("text/csv", "MZ\u0090\0")]
    [InlineData("application/json", "#!/bin/sh")]
    [InlineData("image/jpeg", "\u0001\u0002\u0003\u0004")]
    [InlineData("", "\u0001\u0002\u0003\u0004")]
    [InlineData("application/msword", "PK\u0003\u0004....")]
    public void Settle_BytesThatDoNot_AreRefused(string declared, string bytes) => Assert.NotNull(Settle(declared, bytes).Refusal);

    [Fact]
    public void Sniff_CharacterCutInHalf_IsStillText()
    {
        var long_ = Encoding.UTF8.GetBytes(new string('a', ContentSniffer.HeadBytes - 1) + "发");

        Assert.Equal(ContentNature.Text, ContentSniffer.Sniff(long_.AsSpan(0, ContentSniffer.HeadBytes)).Nature);
    }

    private static Grainline.Refusals.Outcome<string> Settle(string declared, string bytes)
    {
        var kind = ContentSniffer.Sniff(Encoding.Latin1.GetBytes(bytes));
        return ContentRules.Settle(declared, kind.Nature, kind.Type, new AttachmentOptions());
    }
}
