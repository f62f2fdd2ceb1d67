using System.Runtime.CompilerServices;

namespace Grainline.Runtime.Calls;

/// <summary>
/// A call to an idle activation runs its first turn on the caller's thread instead of waking a pool thread.
/// Bounded in depth, because chains of such calls nest on one stack, and refused where the caller's thread belongs to somebody else.
/// </summary>
internal static class InlineTurn
{
    internal static readonly ExecutionContext CleanContext = CaptureClean();
    private const int MaxDepth = 16;

    [ThreadStatic]
    private static int t_depth;

    internal static bool IsAllowed => t_depth < MaxDepth && SynchronizationContext.Current is null && !ExecutionContext.IsFlowSuppressed()
        && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    internal static void Enter() => t_depth++;

    internal static void Leave() => t_depth--;

    // The empty context can only be captured where nothing has flowed to: on a thread started without flow.
    private static ExecutionContext CaptureClean()
    {
        ExecutionContext? clean = null;
        var thread = new Thread(() => clean = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return clean!;
    }
}
