namespace Grainline.Journaling;

/// <summary>
/// Lets one multi-step operation of a reentrant grain run at a time, in order of arrival, while single-step calls go on interleaving.
/// Nothing that is awaited inside may call back into an operation of the same grain that enters.
/// </summary>
internal sealed class StepGate
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<Pass> Enter()
    {
        await _one.WaitAsync();
        return new Pass(_one);
    }

    public readonly struct Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
