namespace Grainline.Journal.Appender;

/// <summary>Takes a node number, raises its mark again and again, and prints "node mark" once each is acknowledged. Its lease ends at the beginning of 2100.</summary>
internal static class NodeHolder
{
    public static async Task RunAsync(INodeLeases nodes)
    {
        var until = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var lease = await nodes.AcquireAsync($"{Environment.ProcessId}", until, DateTimeOffset.UnixEpoch, long.MaxValue);
        while (true)
        {
            lease = lease with { Mark = lease.Mark + 1 };
            await nodes.RenewAsync(lease);
            Console.WriteLine($"{lease.Node} {lease.Mark}");
        }
    }
}
