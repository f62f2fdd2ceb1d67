using Orleans.Serialization.TypeSystem;

namespace Grainline.Gateway.Hosting;

/// <summary>Answers "unknown" also for a type whose assembly is not there. The runtime's own throws then, and with it the message that named the type is lost.</summary>
internal sealed class PatientTypeResolver : TypeResolver
{
    private readonly CachedTypeResolver _types = new();

    public override Type ResolveType(string name) => _types.ResolveType(name);

    public override bool TryResolveType(string name, out Type type)
    {
        try
        {
            return _types.TryResolveType(name, out type);
        }
        catch (TypeLoadException)
        {
            type = null!;
            return false;
        }
    }
}
