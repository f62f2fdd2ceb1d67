using System.Reflection;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Runtime.Calls;

/// <summary>What is known of an interface method before it is called; one object per method.</summary>
internal sealed class InvocationMethod(MethodInfo method, Type interfaceType)
{
    internal MethodInfo Method { get; } = method;

    internal Type InterfaceType { get; } = interfaceType;

    internal bool IsReadOnly { get; } = method.IsDefined(typeof(ReadOnlyAttribute));

    internal bool IsAlwaysInterleave { get; } = method.IsDefined(typeof(AlwaysInterleaveAttribute));

    internal bool IsOneWay { get; } = method.ReturnType == typeof(void) || method.IsDefined(typeof(OneWayAttribute));

    internal bool IsCancellable { get; } = method.GetParameters() is [.., { } last] && last.ParameterType == typeof(CancellationToken);

    internal TimeSpan? ResponseTimeout { get; } = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;

    public override string ToString() => $"{InterfaceType.Name}.{Method.Name}";
}
