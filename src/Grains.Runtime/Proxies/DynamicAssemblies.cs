using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace System.Runtime.CompilerServices
{
    /// <summary>The loader knows it by name: the assembly that carries it may use internals of the one it names.</summary>
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
    {
        public string AssemblyName { get; } = assemblyName;
    }
}

namespace Grainline.Runtime.Proxies
{
    /// <summary>One emitted assembly per assembly of grain interfaces, a friend of it, its references and this runtime: interfaces may be internal.</summary>
    internal static class DynamicAssemblies
    {
        private static readonly ConcurrentDictionary<Assembly, ModuleBuilder> Modules = new();
        private static int s_count;
        private static readonly ConstructorInfo Befriend = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;

        internal static ModuleBuilder For(Assembly contracts) => Modules.GetOrAdd(contracts, Define);

        /// <summary>A type name that is unique, also for overloads and for nested or constructed interfaces.</summary>
        internal static string NameFor(Type interfaceType, string what) =>
            $"{interfaceType.Namespace}.{interfaceType.Name}.{what}#{Interlocked.Increment(ref s_count)}";

        private static ModuleBuilder Define(Assembly contracts)
        {
            var name = $"{contracts.GetName().Name}.References";
            var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run);
            var friends = contracts.GetReferencedAssemblies().Append(contracts.GetName()).Append(typeof(DynamicAssemblies).Assembly.GetName());
            // The loader caches the list at the first check, so it has to be whole before the first type.
            foreach (var friend in friends.Select(a => a.Name!).Distinct())
                assembly.SetCustomAttribute(new CustomAttributeBuilder(Befriend, [friend]));
            return assembly.DefineDynamicModule(name);
        }
    }
}
