using System.Net;
using System.Net.Http.Headers;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>A piece that pauses in its middle.</summary>
internal sealed class GatedContent : HttpContent
{
    private readonly byte[] _content;
    private readonly int _pauseAt;
    private readonly Task _gate;

    public GatedContent(byte[] content, int pauseAt, Task gate)
    {
        (_content, _pauseAt, _gate) = (content, pauseAt, gate);
        Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_content.AsMemory(0, _pauseAt));
        await stream.FlushAsync();
        await _gate;
        await stream.WriteAsync(_content.AsMemory(_pauseAt));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Length;
        return true;
    }
}
