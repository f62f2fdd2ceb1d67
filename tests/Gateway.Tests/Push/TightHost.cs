using Grainline.Gateway.Tests.Hosting;

namespace Grainline.Gateway.Tests.Push;

/// <summary>A host whose limits are small, so that tests reach them.</summary>
public sealed class TightHost : GatewayHost
{
    protected override string[] Arguments =>
    [
        "--Sockets:PendingPushes=20", "--Sockets:PendingBytes=262144", "--Sockets:Linger=00:00:00", "--Sockets:AgentLease=00:00:05", "--Agents:PresenceGrace=00:00:05",
        "--Budgets:VisitorBurst=1000000", "--Budgets:AgentBurst=5", "--Budgets:AgentPerSecond=1", "--Budgets:RefusalsUntilClosed=50",
    ];
}
