using System.Reflection;
using System.Reflection.Emit;
using Grainline.Runtime.Calls;
using Orleans.Runtime;

namespace Grainline.Runtime.Proxies;

/// <summary>Emits the reference class of one interface: each method fills an invocation and sends it.</summary>
internal static class ReferenceEmitter
{
    private const MethodAttributes Explicit =
        MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot;

    internal static Func<GrainReference> Emit(Type interfaceType)
    {
        if (!interfaceType.IsInterface || interfaceType.ContainsGenericParameters)
            throw new ArgumentException($"References are made of interfaces; {interfaceType} is none.", nameof(interfaceType));
        var module = DynamicAssemblies.For(interfaceType.Assembly);
        var name = DynamicAssemblies.NameFor(interfaceType, "Reference");
        var type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [interfaceType]);
        foreach (var contract in interfaceType.GetInterfaces().Prepend(interfaceType))
        {
            foreach (var method in contract.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                EmitMethod(module, type, interfaceType, method);
        }
        EmitNew(type);
        return type.CreateType().GetMethod("New")!.CreateDelegate<Func<GrainReference>>();
    }

    private static void EmitMethod(ModuleBuilder module, TypeBuilder type, Type interfaceType, MethodInfo method)
    {
        if (method.IsGenericMethod || method.GetParameters().Any(p => p.ParameterType.IsByRef))
            throw new NotSupportedException($"{interfaceType}.{method.Name}: generic methods and by-reference parameters cannot be called remotely.");
        var shape = ReturnShape.Of(method);
        var invocation = InvocationEmitter.Emit(module, interfaceType, method, shape);
        var parameters = method.GetParameters();
        var emitted = type.DefineMethod($"{method.DeclaringType}.{method.Name}", Explicit, method.ReturnType, [.. parameters.Select(p => p.ParameterType)]);
        var il = emitted.GetILGenerator();
        var call = il.DeclareLocal(invocation);
        il.Emit(OpCodes.Call, typeof(InvocationPool<>).MakeGenericType(invocation).GetMethod("Rent", BindingFlags.Static | BindingFlags.NonPublic)!);
        il.Emit(OpCodes.Stloc, call);
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Ldloc, call);
            il.Emit(OpCodes.Ldarg, i + 1);
            if (Argument.NeedsReference(parameters[i].ParameterType))
                il.Emit(OpCodes.Call, Argument.AsReferenceOf(parameters[i].ParameterType));
            il.Emit(OpCodes.Stfld, invocation.GetField($"Argument{i}")!);
        }
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldloc, call);
        il.Emit(OpCodes.Call, shape.Send);
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(emitted, method);
    }

    private static void EmitNew(TypeBuilder type)
    {
        var il = type.DefineMethod("New", MethodAttributes.Public | MethodAttributes.Static, typeof(GrainReference), Type.EmptyTypes).GetILGenerator();
        il.Emit(OpCodes.Newobj, type.DefineDefaultConstructor(MethodAttributes.Public));
        il.Emit(OpCodes.Ret);
    }
}
