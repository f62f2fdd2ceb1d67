using Grainline.Runtime.Activations;
using Orleans.Runtime;

namespace Grainline.Runtime.Hosting;

internal sealed class GrainContextAccessor : IGrainContextAccessor
{
    public IGrainContext GrainContext => ActivationScheduler.Current?.Owner!;
}
