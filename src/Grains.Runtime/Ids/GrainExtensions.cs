using Orleans.Runtime;

namespace Orleans;

/// <summary>Identity of grains and references.</summary>
public static class GrainExtensions
{
    /// <summary>The identity. <exception cref="ArgumentException">The object is neither a grain nor a reference.</exception></summary>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase { GrainContext: { } context } => context.GrainId,
        _ => throw new ArgumentException($"{grain?.GetType().FullName ?? "null"} is neither a grain of this runtime nor a reference.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    public static long GetPrimaryKeyLong(this IAddressable grain) => grain.GetGrainId().GetIntegerKey();

    public static Guid GetPrimaryKey(this IAddressable grain) => grain.GetGrainId().GetGuidKey();

    /// <summary>A reference to the same grain, as another interface of it: how a grain hands out itself.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) => grain switch
    {
        TGrainInterface same when grain is GrainReference => same,
        GrainReference reference => (TGrainInterface)(object)reference.Runtime.References.Create(typeof(TGrainInterface), reference.GrainId),
        IGrainBase { GrainContext: { } context } => context.GrainReference.AsReference<TGrainInterface>(),
        _ => throw new ArgumentException($"{grain?.GetType().FullName ?? "null"} is neither a grain of this runtime nor a reference.", nameof(grain)),
    };

    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();
}
