using Orleans.Serialization;

namespace Grainline.Refusals;

/// <summary>What an exception was called where it was thrown.</summary>
internal static class ExceptionNames
{
    /// <summary>
    /// Names of its type and those it derives from, with their namespaces. Of one that a silo has thrown and this process has no assembly for, only the name
    /// has arrived: the gateway knows neither the journal nor the database.
    /// </summary>
    public static IEnumerable<string> Of(Exception exception)
    {
        if (exception is UnavailableExceptionFallbackException { ExceptionType: { } elsewhere })
        {
            yield return elsewhere.Split(',')[0];
            yield break;
        }
        for (var type = exception.GetType(); type != typeof(Exception) && type is not null; type = type.BaseType)
            yield return type.FullName!;
    }
}
