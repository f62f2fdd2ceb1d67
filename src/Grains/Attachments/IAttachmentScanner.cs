namespace Grainline.Attachments;

/// <summary>Looks for harm in whole files. Registered ones are asked in turn; the first that finds any decides.</summary>
public interface IAttachmentScanner
{
    string Name { get; }

    /// <summary>Whether it is configured.</summary>
    bool IsOn { get; }

    /// <summary>Never throws for what the scanner or the network does; that is a <see cref="ScanVerdict.Failure"/>.</summary>
    /// <param name="open">The file from its beginning; may be called again.</param>
    Task<ScanVerdict> Scan(Func<Task<Stream>> open, CancellationToken cancellation);
}

/// <summary>Both null: clean.</summary>
/// <param name="Failure">It could not tell; it is asked again later.</param>
/// <param name="Harm">What it found, in words for developers.</param>
public readonly record struct ScanVerdict(string? Failure, string? Harm)
{
    public static readonly ScanVerdict Clean;
}
