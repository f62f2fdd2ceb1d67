using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Grainline.Runtime.Calls;

/// <summary>Walks a call through the filters, then the grain's own filter, then into the grain.</summary>
internal sealed class IncomingCall(Invocation call, CallTarget target, IncomingFilters filters, Func<Task<object?>> invoke) : IIncomingGrainCallContext
{
    private static readonly ConcurrentDictionary<(Type, MethodInfo), MethodInfo> Implementations = new();
    private int _stage;

    public IInvokable Request => call;

    public object Grain => call.Receiver!;

    public GrainId? SourceId => call.Caller?.GrainId;

    public GrainId TargetId => target.GrainId;

    public IGrainContext TargetContext => target;

    public string InterfaceName => call.Method.InterfaceType.Name;

    public string MethodName => call.Method.Method.Name;

    public MethodInfo InterfaceMethod => call.Method.Method;

    public MethodInfo ImplementationMethod => Implementations.GetOrAdd((Grain.GetType(), InterfaceMethod), static key =>
    {
        var map = key.Item1.GetInterfaceMap(key.Item2.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, key.Item2)];
    });

    public object? Result { get; set; }

    public async Task Invoke()
    {
        var stage = _stage++;
        if (stage < filters.Count)
            await filters[stage].Invoke(this);
        else if (stage == filters.Count && Grain is IIncomingGrainCallFilter own)
            await own.Invoke(this);
        else
            Result = await invoke();
    }
}
