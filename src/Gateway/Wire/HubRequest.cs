using Grainline.Refusals;

namespace Grainline.Gateway.Wire;

/// <summary>What a client sends to a hub. It is checked by a hub filter before the hub sees it.</summary>
public abstract record HubRequest
{
    /// <summary>What is wrong with it, or null. Shape only: whether the caller may do it is decided elsewhere.</summary>
    public abstract Refusal? Refuse();

    // SignalR writes arguments to its debug log: a request must not print what people have typed.
    public sealed override string ToString() => GetType().Name;
}
