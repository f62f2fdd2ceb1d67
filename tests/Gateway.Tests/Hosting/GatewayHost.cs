using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grainline.Gateway.Authentication;
using Grainline.Gateway.Hosting;
using Grainline.Runtime.Tests.Hosting;
using Grainline.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>The real process with grains, journal and gateway, on a port of its own and a folder of its own.</summary>
public class GatewayHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grainline-gateway-");
    private WebApplication? _app;

    internal LogBook Logs { get; } = new();

    internal Uri Address { get; private set; } = null!;

    internal IServiceProvider Services => _app!.Services;

    internal IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    internal HttpClient Http { get; private set; } = null!;

    /// <summary>Options of the process, as on its command line.</summary>
    protected virtual string[] Arguments => [];

    public async ValueTask InitializeAsync()
    {
        var start = new StartLog();
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--data", _folder.FullName, "--Logging:LogLevel:Default=Trace", "--Authentication:LoginBurst=1000", .. Arguments];
        _app = WholeProcess.Build(arguments, start, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Logs);
            builder.UseOrleans(SiloSetup.Configure);
            Configure(builder);
        });
        await _app.StartAsync();
        start.Succeeded();
        Address = new Uri(_app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal Task<HubClient> Connect(string hub, string? token, string? origin = null) => HubClient.Connect(Address, hub, token, origin);

    internal async Task<HubClient> Visitor() => await Connect("visitor", await VisitorToken());

    internal async Task<HubClient> Agent(string login) => await Connect("agent", await StaffToken(login));

    internal async Task<string> VisitorToken() => (await Post("/api/v1/visitors", new { site = "demo" })).GetProperty("token").GetString()!;

    internal async Task<string> StaffToken(string login) =>
        (await Post("/api/v1/sessions", new { login, password = Welcome.DemoPassword })).GetProperty("token").GetString()!;

    internal string Token(Session session) => Services.GetRequiredService<Tokens>().Write(session);

    internal async Task<JsonElement> Post(string path, object body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        return await Send(request, token);
    }

    internal async Task<JsonElement> Get(string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, token);
    }

    internal async Task<JsonElement> Send(HttpRequestMessage request, string? token)
    {
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }
}
