namespace Grainline.Runtime.Calls;

/// <summary>Keeps one spent invocation per type and thread; only calls that ended inside their caller's turn come back.</summary>
internal static class InvocationPool<TInvocation> where TInvocation : Invocation, new()
{
    [ThreadStatic]
    private static TInvocation? t_spare;

    internal static TInvocation Rent()
    {
        var invocation = t_spare;
        if (invocation is null)
            return new();
        t_spare = null;
        return invocation;
    }

    internal static void Return(TInvocation invocation) => t_spare = invocation;
}
