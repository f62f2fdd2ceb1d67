using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Runtime.Proxies;

/// <summary>Grains and observers travel as references, never as objects: a grain that passes itself passes its address.</summary>
internal static class Argument
{
    private static readonly MethodInfo Generic = typeof(Argument).GetMethod(nameof(ToReference), BindingFlags.Static | BindingFlags.NonPublic)!;

    internal static bool NeedsReference(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IAddressable));

    internal static MethodInfo AsReferenceOf(Type type) => Generic.MakeGenericMethod(type);

    private static T? ToReference<T>(T? argument) where T : class, IAddressable => argument switch
    {
        null or GrainReference => argument,
        IGrainBase => argument.AsReference<T>(),
        _ => throw new ArgumentException(
            $"{argument.GetType()} is passed as an object. Make a reference of it with {nameof(IGrainFactory.CreateObjectReference)} and pass that."),
    };
}
