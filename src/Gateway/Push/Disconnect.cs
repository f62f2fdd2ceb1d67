namespace Grainline.Gateway.Push;

/// <summary>Why a socket is closed. 3000-3499: come back; 3500-3999: stay away. <c>docs/errors.md</c> is the page.</summary>
public sealed record Disconnect(int Code, string Reason)
{
    public static readonly Disconnect Draining = new(3000, "This gateway is going down.");
    public static readonly Disconnect SlowConsumer = new(3001, "The client reads too slowly.");
    public static readonly Disconnect Resync = new(3002, "Pushes were lost; start over.");
    public static readonly Disconnect SessionExpired = new(3500, "The session is over.");
    public static readonly Disconnect AccountChanged = new(3501, "The account has changed; log in again.");
    public static readonly Disconnect ProtocolAbuse = new(3502, "The client does not keep to the protocol.");
    public static readonly Disconnect Refused = new(3503, "This client may not connect.");
}
