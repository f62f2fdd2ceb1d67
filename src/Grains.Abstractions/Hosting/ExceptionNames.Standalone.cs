namespace Grainline.Refusals;

/// <summary>What an exception was called where it was thrown.</summary>
internal static class ExceptionNames
{
    /// <summary>Names of its type and those it derives from, with their namespaces.</summary>
    public static IEnumerable<string> Of(Exception exception)
    {
        for (var type = exception.GetType(); type != typeof(Exception) && type is not null; type = type.BaseType)
            yield return type.FullName!;
    }
}
