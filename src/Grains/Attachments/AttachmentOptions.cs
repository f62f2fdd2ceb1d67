using System.ComponentModel.DataAnnotations;

namespace Grainline.Attachments;

/// <summary>What people may attach, and for how long it stays.</summary>
public sealed class AttachmentOptions
{
    /// <summary>Off: nobody can upload; what is there can be read.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Media types that are taken, separated by commas; <c>image/*</c> is a whole family. What a file is, its first bytes say. Programs are never taken, HTML and SVG only under
    /// their own names: listed here, they can be saved but are never shown.
    /// </summary>
    [Required]
    public string Types { get; set; } =
        "image/png, image/jpeg, image/gif, image/webp, image/heic, application/pdf, text/plain, text/csv, application/json, application/zip, video/mp4, video/webm, video/quicktime, "
        + "audio/mpeg, audio/ogg, audio/mp4, audio/wav, application/msword, application/vnd.ms-excel, application/vnd.ms-powerpoint, "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, "
        + "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /// <summary>Uploads one person may have under way. More let a slow connection carry more files at once.</summary>
    [Range(1, 1_000)]
    public int UploadsPerPerson { get; set; } = 10;

    /// <summary>Bytes a tenant's people may announce in a day (UTC). It bounds what a flood of strangers can put on the disk.</summary>
    [Range(1, 1L << 50)]
    public long BytesPerDay { get; set; } = 50L << 30;

    /// <summary>An upload that is not whole after this long is deleted.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan UploadLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What nobody has attached to anything after this long is deleted.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan UnusedLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What was attached is deleted after this long; its name stays in the conversation. Null keeps it.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "36500.00:00:00")]
    public TimeSpan? Retention { get; set; }

    /// <summary>A program that gets each whole file on its standard input: exit code 0 says clean, 1 harmful, anything else that it could not tell, and it is asked again. Null for none.</summary>
    public string? ScanCommand { get; set; }

    /// <summary>An address that each whole file is posted to: 200 or 204 says clean, 406 or 422 harmful, anything else that it could not tell, and it is asked again. Null for none.</summary>
    public string? ScanUrl { get; set; }

    /// <summary>A scan that takes longer is broken off and tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A program that gets an image on its standard input and writes a PNG, JPEG or WebP of at most 480 x 480 to its standard output, for images that came without a preview. Null for none.</summary>
    public string? PreviewCommand { get; set; }

    /// <summary>A preview that takes longer is left out.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan PreviewTimeout { get; set; } = TimeSpan.FromSeconds(20);

    internal bool Allows(string type) => Types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Any(allowed => allowed == type || (allowed.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(allowed[..^1], StringComparison.Ordinal)));
}
