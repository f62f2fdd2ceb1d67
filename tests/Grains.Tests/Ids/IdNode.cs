using Grainline.Ids;
using Grainline.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Grainline.Tests.Ids;

/// <summary>One process as far as ids go: source and keeper over a store that several of them share.</summary>
internal sealed class IdNode : IDisposable
{
    private readonly NodeKeeper _keeper;

    public IdNode(INodeLeases leases, TimeProvider clock, IdOptions? options = null)
    {
        var bound = Options.Create(options ?? new IdOptions());
        Source = new IdSource(bound, clock);
        _keeper = new NodeKeeper(leases, Source, clock, bound, NullLogger<NodeKeeper>.Instance);
    }

    public IdSource Source { get; }

    public Task Start() => _keeper.StartingAsync(TestContext.Current.CancellationToken);

    /// <summary>One round of the keeper that was never started: for tests that are its clock.</summary>
    public Task Keep() => _keeper.Keep(TestContext.Current.CancellationToken);

    public Task Stop() => _keeper.StoppedAsync(TestContext.Current.CancellationToken);

    /// <summary>Without <see cref="Stop"/> it ends like a killed process: nothing is released.</summary>
    public void Dispose() => _keeper.Dispose();
}
