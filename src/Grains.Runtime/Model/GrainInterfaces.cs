using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>Anything that can be called through a reference.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    /// <summary>A virtual actor: always exists, is activated by the first call.</summary>
    public interface IGrain : IAddressable;

    /// <summary>A grain addressed by text.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>A grain addressed by a 64-bit number.</summary>
    public interface IGrainWithIntegerKey : IGrain;

    /// <summary>A grain addressed by a GUID.</summary>
    public interface IGrainWithGuidKey : IGrain;

    /// <summary>An object outside the grains that grains may call through a reference.</summary>
    public interface IGrainObserver : IAddressable;
}
