using System.Reflection;
using Grainline.Journal.ReadModels;
using Xunit.Sdk;
using Xunit.v3;

namespace Grainline.Journal.Tests.ReadModels;

/// <summary>Every order, both ways.</summary>
public sealed class CombinatorialOrdersAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
        [.. Enum.GetValues<TicketRowOrder>().SelectMany(order => new[] { new TheoryDataRow(order, false), new TheoryDataRow(order, true) })]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
