namespace Grainline.Runtime.Calls;

/// <summary>What waits in front of an activation: a call or a timer tick.</summary>
internal abstract class Message : ITurn
{
    internal CallTarget Target = null!;

    internal bool IsReadOnly { get; init; }

    internal bool IsAlwaysInterleave { get; init; }

    /// <summary>Belongs to one activation: not handed to the next one.</summary>
    internal virtual bool IsLocal => false;

    /// <summary>Whether it counts as use of the activation.</summary>
    internal virtual bool KeepsAlive => true;

    public abstract void Run();

    /// <summary>Ends it without running it.</summary>
    internal abstract void Reject(Exception exception);
}

/// <summary>A piece of work that is one turn of an activation; it must not throw.</summary>
internal interface ITurn
{
    void Run();
}

internal sealed class DelegateTurn(Action action) : ITurn
{
    public void Run() => action();
}
