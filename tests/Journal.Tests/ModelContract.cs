using FsCheck;
using FsCheck.Fluent;

namespace Grainline.Journal.Tests;

/// <summary>Random scripts of opens and appends, pipelined in bursts, against <see cref="JournalModel"/>.</summary>
public abstract class ModelContract<TBackend> : JournalTest<TBackend>
    where TBackend : JournalBackend, new()
{
    private static int s_script;

    /// <summary>How many of them: as many as the implementation gets through in a few seconds.</summary>
    protected virtual int Scripts => 150;

    [Fact]
    public void AnyScript_AgreesWithTheModel()
    {
        var number = ArbMap.Default.GeneratorFor<int>();
        var step =
            from stream in number
            from kind in Gen.Choose(0, 34)
            from epoch in Gen.Choose(0, 10)
            from head in Gen.Choose(0, 8)
            from ids in Gen.ArrayOf(Gen.Choose(0, 79), 3)
            select new JournalStep(stream, kind, epoch, head, ids);
        Prop.ForAll(Arb.From(Gen.ListOf(step)), script => RunAsync([.. script]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Scripts).WithEndSize(120));
    }

    private static async Task<string> OutcomeAsync<TResult>(ValueTask<TResult> call, Func<TResult, string> accepted)
    {
        try
        {
            return accepted(await call);
        }
        catch (StaleEpochException refusal)
        {
            return $"stale {refusal.CurrentEpoch}";
        }
        catch (HeadMismatchException refusal)
        {
            return $"head {refusal.CurrentHead}";
        }
        catch (DuplicateClientIdException refusal)
        {
            return $"duplicate {refusal.Seq}";
        }
    }

    private async Task RunAsync(JournalStep[] script)
    {
        // Streams of its own for each script, in the same journal.
        var prefix = $"{Interlocked.Increment(ref s_script)}/";
        var model = new JournalModel();
        var (expected, burst) = (new List<string>(), new List<Task<string>>());
        foreach (var step in script)
        {
            var name = prefix + step.Name;
            var (epoch, entries) = model.Find(name);
            if (step.IsOpen)
            {
                expected.Add(model.Open(name));
                burst.Add(OutcomeAsync(Journal.OpenAsync(name), head => $"opened {head.Epoch} {head.Head}"));
            }
            else
            {
                var (claimedEpoch, claimedHead, batch) = (epoch + step.EpochOff, entries.Count + step.HeadOff, step.Entries());
                expected.Add(model.Append(name, claimedEpoch, claimedHead, batch));
                burst.Add(OutcomeAsync(Journal.AppendAsync(name, claimedEpoch, claimedHead, batch), head => $"appended {head}"));
            }
            if (step.AwaitsTheRest) await Task.WhenAll(burst);
        }
        Assert.Equal(expected, await Task.WhenAll(burst));
        foreach (var name in script.Select(step => prefix + step.Name).Distinct()) await AgreesAsync(name, model.Find(name).Entries);
    }

    private async Task AgreesAsync(string stream, List<NewEntry> expected)
    {
        var stored = await Journal.ReadAsync(stream, 0, 10_000);
        Assert.Equal(expected.Select((entry, index) => Line(index + 1, entry.Payload, entry.ClientId)),
            stored.Select(entry => Line(entry.Seq, entry.Payload, entry.ClientId)));
        foreach (var entry in stored.Where(entry => entry.ClientId is not null))
            Assert.Equal(entry.Seq, await Journal.FindClientIdAsync(stream, entry.ClientId!));
    }

    private static string Line(long seq, ReadOnlyMemory<byte> payload, string? clientId) => $"{seq} {Convert.ToHexString(payload.Span)} {clientId}";
}
