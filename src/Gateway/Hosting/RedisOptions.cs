namespace Grainline.Gateway.Hosting;

/// <summary>The Redis that holds a cluster's membership: an instance of its own, with append-only file and without eviction. Section <c>Redis</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>As StackExchange.Redis spells it: <c>redis.internal:6379,password=...,ssl=true</c>. Needed with <c>Cluster:Membership=Redis</c>; whoever can write there can join the cluster.</summary>
    public string? Configuration { get; set; }
}
