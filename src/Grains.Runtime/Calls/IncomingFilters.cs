using Orleans;

namespace Grainline.Runtime.Calls;

/// <summary>The filters of the process, in order of registration.</summary>
internal sealed class IncomingFilters(IEnumerable<IIncomingGrainCallFilter> filters, bool anyGrainFilters)
{
    private readonly IIncomingGrainCallFilter[] _filters = [.. filters];

    internal int Count => _filters.Length;

    internal IIncomingGrainCallFilter this[int index] => _filters[index];

    /// <summary>Whether anybody filters at all.</summary>
    internal bool WantsCaller { get; } = anyGrainFilters || filters.Any();

    internal bool Applies(object receiver) => WantsCaller && (_filters.Length > 0 || receiver is IIncomingGrainCallFilter);
}
