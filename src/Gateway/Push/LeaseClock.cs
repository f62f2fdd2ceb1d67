using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Push;

/// <summary>When leases end and when they are renewed. The jitter keeps ten thousand leases taken in one second from being renewed in one second.</summary>
internal sealed class LeaseClock(IOptions<SocketOptions> options, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset ConversationUntil() => Now + options.Value.ConversationLease;

    public DateTimeOffset AgentUntil() => Now + options.Value.AgentLease;

    public void ConversationLeased(Topic topic, DateTimeOffset until) =>
        topic.Leased(until, until - (options.Value.ConversationLease / 2 * (0.9 + (0.2 * Random.Shared.NextDouble()))));

    public void AgentLeased(Topic topic, DateTimeOffset until) => topic.Leased(until, until - (options.Value.AgentLease * 2 / 3));

    public bool Lapsed(Topic topic) => topic.LeaseUntil != default && topic.LeaseUntil <= Now;

    public bool Abandoned(Topic topic) => topic.IsEmpty && topic.EmptySince + options.Value.Linger <= Now;
}
