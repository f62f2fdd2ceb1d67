using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Apis;

/// <summary>A host whose visitors may do one thing a second.</summary>
public sealed class SlowVisitorsHost : GatewayHost
{
    protected override string[] Arguments => ["--Budgets:VisitorBurst=1", "--Budgets:VisitorPerSecond=1", "--Budgets:SocketsPerPerson=1"];
}

public sealed class VisitorBudgetTests(SlowVisitorsHost host) : IClassFixture<SlowVisitorsHost>
{
    [Fact]
    public async Task Tickets_OfAVisitorInAHurry_AreRefused503AndStaffIsNot()
    {
        var (visitor, staff) = (await host.VisitorToken(), await host.StaffToken("amy"));
        var refused = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Post("/api/v1/tickets/ids", new { }, visitor)));
        Assert.Contains(refused, answer => answer.TryGetProperty("code", out var code) && code.GetInt32() == 503);
        Assert.Contains(refused, answer => answer.TryGetProperty("ticketId", out _));
        var answered = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Post("/api/v1/tickets/ids", new { }, staff)));
        Assert.Equal(20, answered.Select(answer => answer.GetProperty("ticketId").GetString()).Distinct().Count());
    }
}
