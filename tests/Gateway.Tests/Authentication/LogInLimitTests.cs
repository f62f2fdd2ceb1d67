using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Authentication;

public sealed class LogInLimitTests(LogInLimitTests.StrictHost host) : IClassFixture<LogInLimitTests.StrictHost>
{
    [Fact]
    public async Task LogIn_TooOftenFromOneAddress_Refuses503WhoeverItIs()
    {
        var codes = new List<int>();
        for (var i = 0; i < 5; i++)
            codes.Add((await host.Post("/api/v1/sessions", new { login = $"somebody{i}", password = "wrong" })).GetProperty("code").GetInt32());

        Assert.Equal([203, 203, 203, 503, 503], codes);
        Assert.Equal(503, (await host.Post("/api/v1/sessions", new { login = "amy", password = "grainline-demo" })).GetProperty("code").GetInt32());
    }

    public sealed class StrictHost : GatewayHost
    {
        protected override string[] Arguments => ["--Authentication:LoginBurst=3", "--Authentication:LoginsPerMinute=1"];
    }
}
