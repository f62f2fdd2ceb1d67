using Grainline.Journal;
using Grainline.Refusals;
using Orleans.Runtime;
using Orleans.Storage;

namespace Grainline.Gateway.Tests.HubFilters;

public sealed class FaultsTests
{
    public static TheoryData<Exception, ErrorCode> Known => new()
    {
        { new TimeoutException(), ErrorCode.TimedOut },
        { new SiloUnavailableException("lost in flight"), ErrorCode.TimedOut },
        { new InconsistentStateException("stale"), ErrorCode.Overloaded },
        { new StaleEpochException("s", 1, 2), ErrorCode.Overloaded },
        { new JournalFullException("full"), ErrorCode.StorageUnavailable },
        { new JournalUnavailableException("gone"), ErrorCode.StorageUnavailable },
        { new InvalidOperationException("wrapped", new JournalUnavailableException("gone")), ErrorCode.StorageUnavailable },
        { new InvalidOperationException("a bug with a secret"), ErrorCode.Internal },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Classify_Exception_HasItsCodeAndNoneOfItsWords(Exception exception, ErrorCode code)
    {
        var refusal = Faults.Classify(exception);

        Assert.Equal(code, refusal.Code);
        Assert.DoesNotContain(exception.Message, refusal.Message);
    }
}
