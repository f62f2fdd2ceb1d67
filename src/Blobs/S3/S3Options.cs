using System.ComponentModel.DataAnnotations;

namespace Grainline.Blobs.S3;

/// <summary>The bucket of <c>Blobs:Store=s3</c>, of Amazon or anything that speaks like it. Section <c>S3</c>.</summary>
public sealed class S3Options
{
    /// <summary>Address of the service, such as <c>https://s3.eu-central-1.amazonaws.com</c>; null for Amazon's own of the region.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Part of every signature; services that have none mostly expect this one.</summary>
    [Required]
    public string Region { get; set; } = "us-east-1";

    /// <summary>The bucket. It must exist and be nobody else's: this product deletes in it.</summary>
    public string? Bucket { get; set; }

    /// <summary>Put before every name, such as <c>grainline/</c>; null for nothing.</summary>
    public string? Prefix { get; set; }

    /// <summary>Id of the key that signs. It may read, write, list and delete in the bucket.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The key itself: better in the environment (<c>S3__SecretKey</c>) than on the command line, which others on the machine can read.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The bucket stands in the path and not in the name of the host, as most services other than Amazon's want it.</summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>Size of a piece of an upload, at least 5 MiB. A file has at most 10,000 of them. Never change it while uploads are under way: they would have to begin again.</summary>
    [Range(5 << 20, 1 << 30)]
    public int PartBytes { get; set; } = 8 << 20;

    /// <summary>Files that are saved rather than shown come straight from the bucket by a signed address; browsers must reach <see cref="Endpoint"/> then.</summary>
    public bool Redirect { get; set; }

    internal bool IsComplete => Bucket is not null && AccessKey is not null && SecretKey is not null;
}
