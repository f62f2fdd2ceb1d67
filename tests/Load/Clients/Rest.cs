using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Grainline.Load.Clients;

/// <summary>The REST side of the contract.</summary>
internal sealed class Rest(Uri server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };

    /// <exception cref="RefusedException">The server said no, with its code.</exception>
    public async Task<JsonElement> Post(string path, object body, string? token, CancellationToken cancellation) =>
        await Read(new(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, token, cancellation) is { Length: > 0 } bytes
            ? JsonSerializer.Deserialize<JsonElement>(bytes)
            : default;

    public Task<byte[]> Get(string path, string? token, CancellationToken cancellation) => Read(new(HttpMethod.Get, path), token, cancellation);

    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync("/health/ready", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The server's wall clock, to the second.</summary>
    public async Task<DateTimeOffset> Time(CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync("/health/live", cancellation);
        return answer.Headers.Date ?? throw new RefusedException("The server's answer has no date.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> Read(HttpRequestMessage request, string? token, CancellationToken cancellation)
    {
        using (request)
        {
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await _http.SendAsync(request, cancellation);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
            return answer.IsSuccessStatusCode ? bytes : throw Refused(request.RequestUri!.ToString(), answer.StatusCode, bytes);
        }
    }

    private static RefusedException Refused(string path, HttpStatusCode status, byte[] body) => new(status == HttpStatusCode.TooManyRequests
        ? $"{path}: the server limits this machine (429). Raise Authentication:VisitorBurst and LoginBurst there, bring fewer visitors, or let the tool start the server with --start."
        : $"{path}: {(int)status} {System.Text.Encoding.UTF8.GetString(body)}");
}

/// <summary>The server refused something that the run cannot do without.</summary>
internal sealed class RefusedException(string message) : Exception(message);
