namespace Grainline.Blobs.Sniffing;

/// <summary>What bytes prove themselves to be, whatever they are called.</summary>
public enum ContentNature
{
    /// <summary>Nothing is known of them.</summary>
    Unknown,
    Image,
    Video,
    Audio,
    Document,
    Archive,

    /// <summary>Readable, and nothing that a browser would run.</summary>
    Text,

    /// <summary>HTML, SVG and other XML: text that a browser may run.</summary>
    Markup,

    /// <summary>Something that a machine would run.</summary>
    Program,
}

/// <param name="Type">The media type that the bytes show; null when they show none.</param>
public readonly record struct ContentKind(ContentNature Nature, string? Type);
