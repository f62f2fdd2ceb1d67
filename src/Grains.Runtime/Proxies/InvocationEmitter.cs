using System.Reflection;
using System.Reflection.Emit;
using Grainline.Runtime.Calls;

namespace Grainline.Runtime.Proxies;

/// <summary>Emits the invocation class of one interface method: a typed field per argument, so that nothing is boxed on the way.</summary>
internal static class InvocationEmitter
{
    private const MethodAttributes Override = MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig;

    internal static Type Emit(ModuleBuilder module, Type interfaceType, MethodInfo method, ReturnShape shape)
    {
        var parent = typeof(Invocation<>).MakeGenericType(shape.Result);
        var type = module.DefineType(DynamicAssemblies.NameFor(interfaceType, method.Name), TypeAttributes.Public | TypeAttributes.Sealed, parent);
        var descriptor = type.DefineField("Descriptor", typeof(InvocationMethod), FieldAttributes.Public | FieldAttributes.Static);
        var fields = method.GetParameters().Select((p, i) => type.DefineField($"Argument{i}", p.ParameterType, FieldAttributes.Public)).ToArray();

        EmitConstructor(type, parent, descriptor);
        EmitCall(type, parent, interfaceType, method, shape, fields);
        EmitArguments(type, fields);
        if (fields is [.., var last] && last.FieldType == typeof(CancellationToken))
            EmitCancellation(type, last);
        EmitReturnToPool(type, fields);

        var created = type.CreateType();
        created.GetField("Descriptor")!.SetValue(null, new InvocationMethod(method, interfaceType));
        return created;
    }

    private static void EmitConstructor(TypeBuilder type, Type parent, FieldBuilder descriptor)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, Type.EmptyTypes).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, descriptor);
        il.Emit(OpCodes.Call, parent.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single());
        il.Emit(OpCodes.Ret);
    }

    private static void EmitCall(TypeBuilder type, Type parent, Type interfaceType, MethodInfo method, ReturnShape shape, FieldBuilder[] fields)
    {
        var uniform = typeof(ValueTask<>).MakeGenericType(shape.Result);
        var call = type.DefineMethod("Call", Override, uniform, [typeof(object)]);
        var il = call.GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, interfaceType);
        foreach (var field in fields)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, field);
        }
        il.Emit(OpCodes.Callvirt, method);
        if (shape.Convert is ConstructorInfo wrap)
            il.Emit(OpCodes.Newobj, wrap);
        else if (shape.Convert is MethodInfo convert)
            il.Emit(OpCodes.Call, convert);
        else if (method.ReturnType == typeof(void))
            il.Emit(OpCodes.Ldloc, il.DeclareLocal(uniform));
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(call, parent.GetMethod("Call")!);
    }

    private static void EmitArguments(TypeBuilder type, FieldBuilder[] fields)
    {
        var count = type.DefineMethod("GetArgumentCount", Override, typeof(int), Type.EmptyTypes).GetILGenerator();
        count.Emit(OpCodes.Ldc_I4, fields.Length);
        count.Emit(OpCodes.Ret);

        EmitSwitch(type.DefineMethod("GetArgument", Override, typeof(object), [typeof(int)]).GetILGenerator(), fields, static (il, field) =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, field);
            il.Emit(OpCodes.Box, field.FieldType);
        });
        EmitSwitch(type.DefineMethod("SetArgument", Override, typeof(void), [typeof(int), typeof(object)]).GetILGenerator(), fields, static (il, field) =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Unbox_Any, field.FieldType);
            il.Emit(OpCodes.Stfld, field);
        });
    }

    private static void EmitSwitch(ILGenerator il, FieldBuilder[] fields, Action<ILGenerator, FieldBuilder> body)
    {
        var cases = fields.Select(_ => il.DefineLabel()).ToArray();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Switch, cases);
        il.Emit(OpCodes.Newobj, typeof(ArgumentOutOfRangeException).GetConstructor(Type.EmptyTypes)!);
        il.Emit(OpCodes.Throw);
        for (var i = 0; i < fields.Length; i++)
        {
            il.MarkLabel(cases[i]);
            body(il, fields[i]);
            il.Emit(OpCodes.Ret);
        }
    }

    private static void EmitCancellation(TypeBuilder type, FieldBuilder token)
    {
        var get = type.DefineMethod("GetCancellationToken", Override, typeof(CancellationToken), Type.EmptyTypes).GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, token);
        get.Emit(OpCodes.Ret);
        var set = type.DefineMethod("SetCancellationToken", Override, typeof(void), [typeof(CancellationToken)]).GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, token);
        set.Emit(OpCodes.Ret);
    }

    private static void EmitReturnToPool(TypeBuilder type, FieldBuilder[] fields)
    {
        var il = type.DefineMethod("ReturnToPool", Override, typeof(void), Type.EmptyTypes).GetILGenerator();
        foreach (var field in fields)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldflda, field);
            il.Emit(OpCodes.Initobj, field.FieldType);
        }
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, PoolMethod(type, "Return"));
        il.Emit(OpCodes.Ret);
    }

    private static MethodInfo PoolMethod(Type invocation, string name) => TypeBuilder.GetMethod(
        typeof(InvocationPool<>).MakeGenericType(invocation),
        typeof(InvocationPool<>).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!);
}
