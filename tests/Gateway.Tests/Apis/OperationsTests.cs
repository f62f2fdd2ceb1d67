using Grainline.Gateway.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Apis;

public sealed class OperationsTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task OpenApi_ListsEveryRestRoute()
    {
        var paths = (await host.Get("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        var routes = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/'))
            .Where(route => route.StartsWith("/api/", StringComparison.Ordinal) && !route.Contains("**", StringComparison.Ordinal)).ToHashSet();

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Except(paths));
    }

    [Fact]
    public async Task Metrics_AfterACall_CountsIt()
    {
        await using var visitor = await host.Visitor();
        await visitor.Invoke("OpenConversation", new { });
        await visitor.Refused("Sync", new { conversationId = "nope", after = 0 });

        var text = await host.Http.GetStringAsync("/metrics");

        Assert.Contains("grainline_hub_calls_total{code=\"0\",hub=\"VisitorHub\",method=\"OpenConversation\"}", text);
        Assert.Contains("grainline_hub_calls_total{code=\"300\",hub=\"VisitorHub\",method=\"Sync\"}", text);
        Assert.Contains("grainline_hub_call_duration_seconds_bucket{hub=\"VisitorHub\",method=\"OpenConversation\",le=\"+Inf\"}", text);
        Assert.Contains("grainline_sockets ", text);
        Assert.Contains("dotnet_process_memory_working_set_bytes", text);
    }

    [Fact]
    public async Task Health_WhenStarted_IsLiveAndReady()
    {
        Assert.Equal("live", await host.Http.GetStringAsync("/health/live"));
        Assert.Equal("ready", await host.Http.GetStringAsync("/health/ready"));
    }

    [Theory]
    [InlineData("/api/v1/nothing", 105)]
    [InlineData("/api/v1/conversations?view=x", 200)]
    public async Task Rest_Unknown_AnswersProblem(string path, int code) => Assert.Equal(code, (await host.Get(path)).GetProperty("code").GetInt32());

    [Theory]
    [InlineData("{\"login\":5}")]
    [InlineData("{\"login\":\"a\"}")]
    [InlineData("no json")]
    [InlineData("null")]
    public async Task Rest_BodyThatDoesNotBind_Refuses100(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions") { Content = new StringContent(body, null, "application/json") };

        Assert.Equal(100, (await host.Send(request, null)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Rest_BodyTooLarge_Refuses100()
    {
        var problem = await host.Post("/api/v1/sessions", new { login = new string('x', 100_000), password = "p" });

        Assert.Equal(100, problem.GetProperty("code").GetInt32());
        Assert.Equal(413, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Rest_WrongTypeOrMethod_AnswersProblem()
    {
        using var text = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions") { Content = new StringContent("login=amy") };
        using var put = new HttpRequestMessage(HttpMethod.Put, "/api/v1/sessions");

        Assert.Equal(100, (await host.Send(text, null)).GetProperty("code").GetInt32());
        Assert.Equal(105, (await host.Send(put, null)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Pages_Everywhere_CarrySecurityHeaders()
    {
        using var response = await host.Http.GetAsync(new Uri("/console/", UriKind.Relative));

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }
}
