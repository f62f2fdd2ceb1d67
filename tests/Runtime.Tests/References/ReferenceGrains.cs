using Orleans;

namespace Grainline.Runtime.Tests.References;

public interface INamedGrain
{
    Task<string> Name();
}

public interface IReferenceGrain : IGrainWithStringKey, INamedGrain
{
    Task<IReferenceGrain> Self();

    Task<string> NameOf(IReferenceGrain other);

    Task<string> KindOf(IReferenceGrain other);

    Task<string> PassSelfTo(IReferenceGrain other);

    Task<string> Name(int overload);
}

internal interface ISecretGrain : IGrainWithIntegerKey
{
    Task<Secret> Tell(Secret secret);
}

[GenerateSerializer, Immutable]
internal sealed record Secret(string Text);

internal sealed class ReferenceGrain : Grain, IReferenceGrain
{
    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<string> Name(int overload) => Task.FromResult(this.GetPrimaryKeyString() + overload);

    public Task<IReferenceGrain> Self() => Task.FromResult(this.AsReference<IReferenceGrain>());

    public Task<string> NameOf(IReferenceGrain other) => other.Name();

    // Passes itself as an object on purpose: what arrives has to be a reference.
    public Task<string> PassSelfTo(IReferenceGrain other) => other.KindOf(this);

    public Task<string> KindOf(IReferenceGrain other) => Task.FromResult(other is Grain ? "an object" : "a reference");
}

internal sealed class SecretGrain : Grain, ISecretGrain
{
    public Task<Secret> Tell(Secret secret) => Task.FromResult(new Secret($"{secret.Text} {this.GetPrimaryKeyLong()}"));
}

public interface INobodysGrain : IGrainWithStringKey
{
    Task Nothing();
}

public interface ISharedGrain : IGrainWithStringKey
{
    Task<string> Side();
}

internal sealed class LeftGrain : Grain, ISharedGrain
{
    public Task<string> Side() => Task.FromResult("left");
}

internal sealed class RightGrain : Grain, ISharedGrain
{
    public Task<string> Side() => Task.FromResult("right");
}
