namespace Grainline.Blobs;

/// <summary>The store could not do it: the disk is full, the service is away. The same call may succeed later.</summary>
public sealed class BlobException(string message, Exception innerException) : Exception(message, innerException);
