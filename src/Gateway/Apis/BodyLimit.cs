using Microsoft.AspNetCore.Http.Metadata;

namespace Grainline.Gateway.Apis;

/// <summary>The largest body that an endpoint takes, in bytes. The innermost counts.</summary>
internal sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => bytes;
}
