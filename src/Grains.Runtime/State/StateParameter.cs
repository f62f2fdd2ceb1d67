using System.Reflection;
using Grainline.Runtime.Activations;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Runtime.State;

/// <summary>A [PersistentState] parameter of a grain constructor.</summary>
internal abstract class StateParameter(Type serviceType)
{
    internal Type ServiceType { get; } = serviceType;

    internal abstract object Create(Activation activation);

    internal static StateParameter[] Of(Type grainClass) =>
    [
        .. grainClass.GetConstructors()
            .OrderByDescending(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute))).ThenByDescending(c => c.GetParameters().Length)
            .Take(1)
            .SelectMany(c => c.GetParameters())
            .Select(p => (Parameter: p, Attribute: p.GetCustomAttribute<PersistentStateAttribute>()))
            .Where(p => p.Attribute is not null)
            .Select(p => For(p.Parameter, p.Attribute!)),
    ];

    private static StateParameter For(ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        if (!parameter.ParameterType.IsGenericType || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new OrleansConfigurationException(
                $"Parameter {parameter.Name} of {parameter.Member.DeclaringType} has [PersistentState] but is no IPersistentState<T>.");
        return (StateParameter)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(parameter.ParameterType.GenericTypeArguments), attribute)!;
    }

    private sealed class Typed<TState>(PersistentStateAttribute attribute) : StateParameter(typeof(IPersistentState<TState>))
    {
        internal override object Create(Activation activation)
        {
            var services = activation.ActivationServices;
            var storage = attribute.StorageName is { } name ? services.GetKeyedService<IGrainStorage>(name) : services.GetService<IGrainStorage>();
            if (storage is null)
                throw new BadProviderConfigException(
                    $"No storage '{attribute.StorageName}' is registered; state '{attribute.StateName}' of {activation.GrainId} needs it.");
            var state = new PersistentState<TState>(attribute.StateName, activation.GrainId, storage);
            activation.AddState(state);
            return state;
        }
    }
}
