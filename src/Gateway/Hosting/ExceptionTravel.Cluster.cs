using Orleans.Serialization;
using Orleans.Serialization.TypeSystem;

namespace Grainline.Gateway.Hosting;

/// <summary>Which exceptions may cross from process to process.</summary>
public static class ExceptionTravel
{
    /// <summary>
    /// All of them, inner ones too. By default only those of the framework do: in place of any other the caller would get a complaint about serialization, and a
    /// stale activation or a database that is away could not be told from a bug.
    /// One of an assembly that this process lacks arrives by its name. To be called after the runtime was added: the last resolver counts.
    /// </summary>
    public static IServiceCollection SendAllExceptions(this IServiceCollection services) => services
        .Configure<ExceptionSerializationOptions>(static exceptions => exceptions.SupportedExceptionTypeFilter = static _ => true)
        .AddSingleton<TypeResolver, PatientTypeResolver>();
}
