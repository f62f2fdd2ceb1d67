using System.ComponentModel.DataAnnotations;

namespace Grainline.Gateway.Attachments;

/// <summary>How files are handed out. Section <c>Files</c>.</summary>
public sealed class FileOptions
{
    /// <summary>How long a signed address of a file works, for whoever has it. A download that has begun goes on; one that is resumed later needs a new address.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(5);
}
