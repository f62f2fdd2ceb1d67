using System.Net;
using Microsoft.Extensions.Options;

namespace Grainline.Attachments;

/// <summary>A service of the operator's that files are posted to, as they are.</summary>
internal sealed class HttpScanner(IOptions<AttachmentOptions> options) : IAttachmentScanner, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public string Name => "http";

    public bool IsOn => options.Value.ScanUrl is not null;

    public async Task<ScanVerdict> Scan(Func<Task<Stream>> open, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.ScanUrl) { Content = new StreamContent(await open()) };
            request.Content.Headers.ContentType = new("application/octet-stream");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.NoContent => ScanVerdict.Clean,
                HttpStatusCode.NotAcceptable or HttpStatusCode.UnprocessableEntity => new(null, "A scanner found harm in it."),
                var other => new($"the service answered {(int)other}", null),
            };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return new(e.Message, null);
        }
    }

    public void Dispose() => _http.Dispose();
}
