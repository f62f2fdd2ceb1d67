namespace Grainline.Browser.Tests.Kills;

/// <summary>One message of a transcript, by whoever kept it.</summary>
internal sealed record Said(long Seq, string Id, string By, string Text);

/// <summary>The server's answer to a post: from now on it must never be lost.</summary>
internal sealed record Ack(string Id, long Seq);
