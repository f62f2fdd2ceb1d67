using Orleans.Placement;

namespace Orleans.Placement
{
    /// <summary>Base of attributes that say where activations of a grain class live.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public abstract class PlacementAttribute : Attribute;
}

namespace Orleans.Concurrency
{
    /// <summary>Calls of this grain class interleave at every await; turns still never overlap.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ReentrantAttribute : Attribute;

    /// <summary>This interface method may start while any other call of the activation is awaiting.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AlwaysInterleaveAttribute : Attribute;

    /// <summary>This interface method changes no state: such calls interleave with each other.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ReadOnlyAttribute : Attribute;

    /// <summary>The caller does not wait and never learns the outcome; failures are logged.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OneWayAttribute : Attribute;

    /// <summary>Calls of one key are spread over several activations that share nothing.</summary>
    /// <param name="maxLocalWorkers">Upper bound of activations per key.</param>
    public sealed class StatelessWorkerAttribute(int maxLocalWorkers) : PlacementAttribute
    {
        /// <summary>One activation per processor.</summary>
        public StatelessWorkerAttribute() : this(Environment.ProcessorCount) { }

        internal int MaxLocalWorkers { get; } = maxLocalWorkers > 0
            ? maxLocalWorkers
            : throw new ArgumentOutOfRangeException(nameof(maxLocalWorkers), maxLocalWorkers, "At least one worker is needed.");
    }
}
