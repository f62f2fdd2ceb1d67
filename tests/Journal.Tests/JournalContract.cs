namespace Grainline.Journal.Tests;

/// <summary>What streams promise, whichever implementation keeps them.</summary>
public abstract class JournalContract<TBackend> : JournalTest<TBackend>
    where TBackend : JournalBackend, new()
{
    [Fact]
    public async Task Open_NewStream_HasEpochOneAndHeadZero()
    {
        Assert.Equal(new StreamHead(1, 0), await Journal.OpenAsync("s", Cancelled));
        Assert.Equal(new StreamHead(2, 0), await Journal.OpenAsync("s", Cancelled));
    }

    [Fact]
    public async Task Append_AtHead_IsReadBackAsWritten()
    {
        var (epoch, head) = await Journal.OpenAsync("söme/stream", Cancelled);
        var at = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 250, TimeSpan.FromHours(2));
        NewEntry[] written = [new("MessagePosted", new byte[] { 0, 1, 255 }, at, "c-1"), new("Closed", default, at)];

        Assert.Equal(2, await Journal.AppendAsync("söme/stream", epoch, head, written, Cancelled));

        var read = await Journal.ReadAsync("söme/stream", 0, 10, Cancelled);
        Assert.Equal([1L, 2L], read.Select(entry => entry.Seq));
        Assert.Equal(["MessagePosted", "Closed"], read.Select(entry => entry.Type));
        Assert.Equal([0, 1, 255], read[0].Payload.ToArray());
        Assert.Empty(read[1].Payload.ToArray());
        Assert.Equal(["c-1", null], read.Select(entry => entry.ClientId));
        Assert.All(read, entry => Assert.Equal((at, "söme/stream"), (entry.At, entry.Stream)));
    }

    [Fact]
    public async Task Append_AfterLaterOpen_IsRefusedAsStale()
    {
        var first = await Journal.OpenAsync("s", Cancelled);
        var second = await Journal.OpenAsync("s", Cancelled);

        var refusal = await Assert.ThrowsAsync<StaleEpochException>(() => Append("s", first.Epoch, 0, Entry("zombie")));
        Assert.Equal(1, await Append("s", second.Epoch, 0, Entry("owner")));

        Assert.Equal((first.Epoch, second.Epoch, false), (refusal.Epoch, refusal.CurrentEpoch, refusal.IsTemporary));
        Assert.Equal(["owner"], await TextsAsync("s"));
    }

    [Fact]
    public async Task Append_NeverOpened_IsRefusedAsStale() =>
        await Assert.ThrowsAsync<StaleEpochException>(() => Append("unknown", 1, 0, Entry("x")));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Append_AtWrongHead_IsRefusedWithTheCurrentOne(long head)
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Append("s", epoch, 0, Entry("a"));

        var refusal = await Assert.ThrowsAsync<HeadMismatchException>(() => Append("s", epoch, head, Entry("b")));

        Assert.Equal((head, 1L), (refusal.Head, refusal.CurrentHead));
        Assert.Equal(["a"], await TextsAsync("s"));
    }

    [Fact]
    public async Task Append_Pipelined_KeepsTheOrderOfTheCalls()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        var appends = Enumerable.Range(0, 500).Select(head => Append("s", epoch, head, Entry($"{head + 1}"))).ToArray();

        Assert.Equal(Enumerable.Range(1, 500).Select(seq => (long)seq), await Task.WhenAll(appends));
        Assert.Equal(Enumerable.Range(1, 500).Select(seq => $"{seq}"), await TextsAsync("s"));
    }

    [Fact]
    public async Task Append_ListReusedWhileInFlight_WritesWhatItHeldAtTheCall()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        var (list, appends) = (new List<NewEntry>(), new List<Task<long>>());
        for (var head = 0; head < 100; head++)
        {
            list.Clear();
            list.Add(Entry($"{head + 1}"));
            appends.Add(Journal.AppendAsync("s", epoch, head, list, Cancelled).AsTask());
        }
        list.Clear();

        await Task.WhenAll(appends);

        Assert.Equal(Enumerable.Range(1, 100).Select(seq => $"{seq}"), await TextsAsync("s"));
    }

    [Fact]
    public async Task Append_PipelinedBehindARefusedOne_IsRefusedToo()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Append("s", epoch, 0, Entry("a", "id"));

        var good = Append("s", epoch, 1, Entry("b"));
        var duplicate = Append("s", epoch, 2, Entry("again", "id"));
        var behind = Append("s", epoch, 3, Entry("c"));

        Assert.Equal(2, await good);
        await Assert.ThrowsAsync<DuplicateClientIdException>(() => duplicate);
        await Assert.ThrowsAsync<HeadMismatchException>(() => behind);
        Assert.Equal(["a", "b"], await TextsAsync("s"));
    }

    [Fact]
    public async Task Append_KnownClientId_IsRefusedWholeWithTheExistingSeq()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Append("s", epoch, 0, Entry("a"), Entry("b", "id"));

        var refusal = await Assert.ThrowsAsync<DuplicateClientIdException>(
            () => Append("s", epoch, 2, Entry("c", "new"), Entry("d"), Entry("e", "id"), Entry("f")));

        Assert.Equal(("id", 2L), (refusal.ClientId, refusal.Seq));
        Assert.Equal(["a", "b"], await TextsAsync("s"));
        Assert.Null(await Journal.FindClientIdAsync("s", "new", Cancelled));
        Assert.Equal(4, await Append("s", epoch, 2, Entry("c", "new"), Entry("d", "other")));
    }

    [Fact]
    public async Task Append_SameClientIdInAnotherStream_IsAccepted()
    {
        foreach (var stream in new[] { "s", "t" })
        {
            var (epoch, _) = await Journal.OpenAsync(stream, Cancelled);
            Assert.Equal(1, await Append(stream, epoch, 0, Entry(stream, "id")));
        }
        Assert.Equal(1, await Journal.FindClientIdAsync("t", "id", Cancelled));
        Assert.Null(await Journal.FindClientIdAsync("t", "ID", Cancelled));
    }

    [Fact]
    public async Task Append_BadOnesAmongGoodOnes_SpoilNothing()
    {
        var (epoch, _) = await Journal.OpenAsync("bad", Cancelled);
        await Append("bad", epoch, 0, Entry("first", "id"));
        var heads = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Journal.OpenAsync($"good{n}", Cancelled).AsTask()));

        var good = new List<Task<long>>();
        var bad = new List<Task>();
        for (var n = 0; n < 50; n++)
        {
            good.Add(Append($"good{n}", heads[n].Epoch, 0, Entry($"{n}", "id")));
            bad.Add(Append("bad", epoch, 1, Entry("x"), Entry("y", "id")));
            bad.Add(Append("bad", epoch + 1, 1, Entry("x")));
            bad.Add(Append("bad", epoch, 7, Entry("x")));
        }

        Assert.All(await Task.WhenAll(good), head => Assert.Equal(1, head));
        foreach (var refused in bad) Assert.False((await Assert.ThrowsAnyAsync<JournalException>(() => refused)).IsTemporary);
        Assert.Equal(["first"], await TextsAsync("bad"));
    }

    [Fact]
    public async Task Open_AfterReopen_ContinuesEpochAndHead()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Append("s", epoch, 0, Entry("a", "id"), Entry("b"));
        await Journal.WaitForGrowthAsync(0, Cancelled);
        var position = Journal.CommittedPosition;

        await Backend.ReopenAsync();

        Assert.Equal(position, Journal.CommittedPosition);
        Assert.Equal(new StreamHead(2, 2), await Journal.OpenAsync("s", Cancelled));
        await Assert.ThrowsAsync<StaleEpochException>(() => Append("s", epoch, 2, Entry("zombie")));
        await Assert.ThrowsAsync<DuplicateClientIdException>(() => Append("s", 2, 2, Entry("c", "id")));
        Assert.Equal(3, await Append("s", 2, 2, Entry("c")));
    }

    [Fact]
    public async Task Read_Pages_AreContiguousAndEndEmpty()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Append("s", epoch, 0, [.. Enumerable.Range(1, 25).Select(seq => Entry($"{seq}"))]);

        var seqs = new List<long>();
        while (await Journal.ReadAsync("s", seqs.LastOrDefault(), 10, Cancelled) is { Count: > 0 } page) seqs.AddRange(page.Select(entry => entry.Seq));

        Assert.Equal(Enumerable.Range(1, 25).Select(seq => (long)seq), seqs);
        Assert.Empty(await Journal.ReadAsync("unknown", 0, 10, Cancelled));
    }

    [Fact]
    public async Task Arguments_OutsideTheContract_AreRefusedBeforeTheJournal()
    {
        var (epoch, _) = await Journal.OpenAsync("s", Cancelled);
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.OpenAsync("").AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.OpenAsync(new string('é', 257)).AsTask());
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.OpenAsync("lone \ud800 surrogate").AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => Append("s", epoch, 0));
        await Assert.ThrowsAsync<ArgumentException>(() => Append("s", epoch, 0, Entry("a", "id"), Entry("b", "id")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.ReadAsync("s", 0, 0).AsTask());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.ReadAllAsync(0, 10_001).AsTask());
        Assert.Equal(new StreamHead(2, 0), await Journal.OpenAsync("s", Cancelled));
    }

    protected Task<long> Append(string stream, long epoch, long head, params NewEntry[] entries) =>
        Journal.AppendAsync(stream, epoch, head, entries, Cancelled).AsTask();
}
