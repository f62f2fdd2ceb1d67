namespace Grainline.Load.Talk;

/// <summary>One message that is no filler.</summary>
internal sealed record Line(string Text, IReadOnlyList<Attachment> Attachments);

/// <param name="Bytes">What a file of that name would have; the tool has no files.</param>
internal sealed record Attachment(string Name, string Type, long Bytes);
