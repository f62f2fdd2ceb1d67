using System.ComponentModel.DataAnnotations;

namespace Grainline.Blobs;

/// <summary>Where the bytes of attachments are. Section <c>Blobs</c>.</summary>
public sealed class BlobOptions
{
    /// <summary><c>local</c>: a folder; <c>s3</c>: a bucket of section <c>S3</c>. What lies in the other one is not found any more.</summary>
    [Required, RegularExpression("local|s3")]
    public string Store { get; set; } = "local";

    /// <summary>The folder of <c>local</c>; null for <c>attachments</c> in the data folder. Several gateways share it.</summary>
    public string? Folder { get; set; }

    /// <summary>Larger files are refused before their first byte.</summary>
    [Range(1, 1L << 41)]
    public long MaxBytes { get; set; } = 100 << 20;

    /// <summary>While it receives, the local store writes through to the disk after this many bytes: fewer keep the last write short, more are faster.</summary>
    [Range(1 << 16, 1 << 30)]
    public int FlushBytes { get; set; } = 32 << 20;
}
