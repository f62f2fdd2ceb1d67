using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Grainline.Runtime.Proxies;

/// <summary>Makes references; their classes are emitted at first use and shared by all silos of the process.</summary>
internal sealed class ReferenceFactory(GrainRuntime runtime)
{
    private static readonly ConcurrentDictionary<Type, Lazy<Func<GrainReference>>> Constructors = new();
    private static readonly Lock Emitting = new();

    internal GrainReference Create(Type interfaceType, GrainId id) => Bind(ConstructorOf(interfaceType)(), id);

    internal TInterface Create<TInterface>(GrainId id) => (TInterface)(object)Bind(For<TInterface>.New(), id);

    private GrainReference Bind(GrainReference reference, GrainId id)
    {
        reference.Bind(runtime, id);
        return reference;
    }

    private static Func<GrainReference> ConstructorOf(Type interfaceType) => Constructors.GetOrAdd(interfaceType, static type => new(() =>
    {
        lock (Emitting)
            return ReferenceEmitter.Emit(type);
    })).Value;

    private static class For<TInterface>
    {
        internal static Func<GrainReference> New => s_new ??= ConstructorOf(typeof(TInterface));
        private static Func<GrainReference>? s_new;
    }
}
