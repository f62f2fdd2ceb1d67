namespace Grainline;

/// <summary>Bounds of everything that comes from outside. Checked at the door and again in the grain that owns the field.</summary>
public static class Limits
{
    /// <summary>Characters of one message, after line ends are normalised.</summary>
    public const int TextLength = 8_000;

    /// <summary>Characters of a client message id: printable ASCII, 1 to this.</summary>
    public const int ClientMessageIdLength = 64;

    /// <summary>Characters of a name, a subject, a reason.</summary>
    public const int NameLength = 120;

    /// <summary>Characters of the reason of a status, such as "lunch".</summary>
    public const int StatusReasonLength = 64;

    /// <summary>Skills of a tenant's list.</summary>
    public const int Skills = 500;

    /// <summary>Characters of a rating's or transfer's comment.</summary>
    public const int CommentLength = 1_000;

    /// <summary>Characters of a typing preview.</summary>
    public const int PreviewLength = 500;

    /// <summary>Attributes a conversation may carry.</summary>
    public const int Attributes = 32;

    /// <summary>Characters of an attribute's key or value.</summary>
    public const int AttributeLength = 256;

    /// <summary>Messages of one page of <c>Sync</c>.</summary>
    public const int PageSize = 200;

    /// <summary>Attachments of one message.</summary>
    public const int Attachments = 10;

    /// <summary>Characters of a file's name.</summary>
    public const int FileNameLength = 200;

    /// <summary>Bytes of a preview.</summary>
    public const int PreviewBytes = 65_536;

    /// <summary>Width and height of a preview.</summary>
    public const int PreviewPixels = 480;

    /// <summary>Characters of an id inside a key: letters, digits, '-', '_', '.'.</summary>
    public const int IdLength = 64;
}
