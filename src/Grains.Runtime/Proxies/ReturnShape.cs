using System.Reflection;
using Grainline.Runtime.Calls;
using Orleans.Runtime;

namespace Grainline.Runtime.Proxies;

/// <summary>How a method returns: the result type, the way back to its caller, and the step from its task to a uniform one.</summary>
internal sealed record ReturnShape(Type Result, MethodInfo Send, MethodBase? Convert)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    internal static ReturnShape Of(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(void))
            return new(typeof(Nothing), Sender("CallVoid"), null);
        if (type == typeof(Task))
            return new(typeof(Nothing), Sender("CallVoidTask"), typeof(Nothing).GetMethod("From", Any, [typeof(Task)]));
        if (type == typeof(ValueTask))
            return new(typeof(Nothing), Sender("CallVoidValueTask"), typeof(Nothing).GetMethod("From", Any, [typeof(ValueTask)]));
        if (type.IsGenericType && type.GenericTypeArguments is [var result])
        {
            if (type.GetGenericTypeDefinition() == typeof(Task<>))
                return new(result, Sender("CallTask").MakeGenericMethod(result), typeof(ValueTask<>).MakeGenericType(result).GetConstructor([type]));
            if (type.GetGenericTypeDefinition() == typeof(ValueTask<>))
                return new(result, Sender("CallValueTask").MakeGenericMethod(result), null);
        }
        throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: grain methods return void, Task, ValueTask, Task<T> or ValueTask<T>.");
    }

    private static MethodInfo Sender(string name) => typeof(GrainReference).GetMethod(name, Any)!;
}
