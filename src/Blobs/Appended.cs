using System.Security.Cryptography;

namespace Grainline.Blobs;

/// <summary>What became of one piece.</summary>
public enum AppendResult
{
    Stored,

    /// <summary>The content broke off; <see cref="Appended.Length"/> says how much is safe.</summary>
    Interrupted,

    /// <summary>The upload has another length than the caller thinks. Nothing was added.</summary>
    WrongOffset,

    /// <summary>Nothing was added.</summary>
    ChecksumMismatch,

    /// <summary>Another call is adding to this upload right now.</summary>
    Busy,

    /// <summary>The content is longer than the upload may get; what fits was added.</summary>
    TooLong,

    /// <summary>There is no such upload.</summary>
    Missing,
}

/// <param name="Length">Of the upload afterwards.</param>
public readonly record struct Appended(AppendResult Result, long Length);

/// <summary>What the bytes of a piece must hash to.</summary>
public sealed record BlobChecksum(HashAlgorithmName Algorithm, byte[] Expected)
{
    internal bool Fits(ReadOnlySpan<byte> actual) => CryptographicOperations.FixedTimeEquals(Expected, actual);
}

/// <summary>How a blob is handed out by its store.</summary>
/// <param name="ContentType">What it is said to be.</param>
/// <param name="Disposition">The <c>Content-Disposition</c>.</param>
/// <param name="Lifetime">How long the address works.</param>
public sealed record BlobLink(string ContentType, string Disposition, TimeSpan Lifetime);
