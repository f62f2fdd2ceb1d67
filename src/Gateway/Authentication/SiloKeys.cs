using System.Xml.Linq;
using Grainline.Security;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Orleans;

namespace Grainline.Gateway.Authentication;

/// <summary>
/// The data-protection keys of a gateway that keeps nothing: they lie with the silos. Data protection asks in its own synchronous words and rarely: at the start, once a day, and for a key that it has not met.
/// Each time one thread waits for one call, and for a few seconds at most; a failure leaves the keys that were read before in use.
/// </summary>
internal sealed class SiloKeys(IGrainFactory grains, TimeProvider time) : IXmlRepository
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile bool _reachable;

    /// <summary>From now on silos are there to be asked. Before, every question fails at once: the process must not wait for itself to start.</summary>
    public void Open() => _reachable = true;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Wait(() => grains.KeyRing().Elements()).Select(element => XElement.Parse(element))];

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await grains.KeyRing().Add(element.ToString(SaveOptions.DisableFormatting));
        return true;
    });

    // On the pool, so that the answer needs nothing of the thread that waits for it.
    private T Wait<T>(Func<Task<T>> call) => _reachable
        ? Task.Run(call).WaitAsync(Patience, time).GetAwaiter().GetResult()
        : throw new InvalidOperationException("The silos, which keep the keys, have not been reached yet.");
}
