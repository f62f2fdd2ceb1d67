namespace Grainline.Load.Faults;

/// <summary>Faults of the network: the clients' sockets lead through a proxy of the tool. REST calls do not.</summary>
internal abstract class ProxyFault : Fault
{
    private TcpProxy? _proxy;

    protected TcpProxy Proxy => _proxy ?? throw new InvalidOperationException("The fault was not prepared.");

    public override Task Prepare(Ground ground, CancellationToken cancellation)
    {
        _proxy = new(ground.Server);
        ground.Sockets = _proxy.Address;
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        return ValueTask.CompletedTask;
    }
}
