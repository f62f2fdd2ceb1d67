using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Tests.Hosting;

/// <summary>The stores of the first silo for the others of a test. Projections run on the first one alone.</summary>
internal static class SharedStores
{
    private static readonly Type[] Stores =
    [
        typeof(IJournal), typeof(IStateStore), typeof(ICheckpointStore), typeof(INodeLeases), typeof(IConversationRows), typeof(IDecisionRows), typeof(ITicketRows), typeof(ISearchRows),
    ];

    public static void Add(IServiceCollection services, IServiceProvider first)
    {
        foreach (var store in Stores)
            services.AddSingleton(store, first.GetRequiredService(store));
        services.AddSingleton<IFollowerTurns, NeverATurn>();
    }

    private sealed class NeverATurn : IFollowerTurns
    {
        public async ValueTask<IFollowerTurn> WaitAsync(string projection, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
