namespace Grainline.Runtime.State;

/// <summary>A state that is read before its grain is activated.</summary>
internal interface IPersistentStateBridge
{
    Task ReadStateAsync(CancellationToken cancellationToken);
}
