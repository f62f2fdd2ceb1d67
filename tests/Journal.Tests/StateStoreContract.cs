using System.Text;

namespace Grainline.Journal.Tests;

/// <summary>What state and checkpoints promise, whichever implementation keeps them.</summary>
public abstract class StateStoreContract<TBackend> : JournalTest<TBackend>
    where TBackend : JournalBackend, new()
{
    private IStateStore States => Backend.States;

    [Fact]
    public async Task Write_NewState_IsReadBackWithItsETag()
    {
        Assert.Null(await States.ReadAsync("k", "a", Cancelled));
        var eTag = await Write("a", "one", null);

        var stored = await States.ReadAsync("k", "a", Cancelled);

        Assert.Equal((eTag, "one"), (stored!.ETag, Encoding.UTF8.GetString(stored.Payload.Span)));
        Assert.Null(await States.ReadAsync("other", "a", Cancelled));
    }

    [Fact]
    public async Task Write_WithTheCurrentETag_ReplacesAndChangesIt()
    {
        var first = await Write("a", "one", null);
        var second = await Write("a", "two", first);

        Assert.NotEqual(first, second);
        var refusal = await Assert.ThrowsAsync<ETagMismatchException>(() => Write("a", "three", first));
        Assert.Equal((first, second), (refusal.ExpectedETag, refusal.CurrentETag));
        Assert.Equal("two", await TextAsync("a"));
    }

    [Fact]
    public async Task Write_TwoFirstWritesAtOnce_LetsOneWin()
    {
        var writes = Enumerable.Range(0, 20).Select(n => Write("a", $"{n}", null)).ToArray();
        await Assert.ThrowsAsync<ETagMismatchException>(() => Task.WhenAll(writes));

        var winner = Assert.Single(writes, write => write.IsCompletedSuccessfully);
        Assert.Equal(await winner, (await States.ReadAsync("k", "a", Cancelled))!.ETag);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("not a number")]
    public async Task Write_UnknownETag_IsRefused(string eTag)
    {
        await Assert.ThrowsAsync<ETagMismatchException>(() => Write("a", "x", eTag));
        Assert.Null(await States.ReadAsync("k", "a", Cancelled));
    }

    [Fact]
    public async Task Clear_ThenWrite_NeverReusesAnETag()
    {
        var seen = new HashSet<string>();
        for (var round = 0; round < 5; round++)
        {
            var eTag = await Write("a", $"{round}", null);
            Assert.True(seen.Add(eTag));
            await Assert.ThrowsAsync<ETagMismatchException>(() => States.ClearAsync("k", "a", null, Cancelled).AsTask());
            await States.ClearAsync("k", "a", eTag, Cancelled);
            Assert.Null(await States.ReadAsync("k", "a", Cancelled));
            await Assert.ThrowsAsync<ETagMismatchException>(() => Write("a", "late", eTag));
            await Backend.ReopenAsync();
        }
        await States.ClearAsync("k", "a", null, Cancelled);
    }

    [Fact]
    public async Task Checkpoint_Written_IsReadBackAlsoAfterReopen()
    {
        Assert.Equal(0, await Backend.Checkpoints.ReadAsync("p", Cancelled));
        await Backend.Checkpoints.WriteAsync("p", 41, Cancelled);
        await Backend.Checkpoints.WriteAsync("p", 42, Cancelled);
        await Backend.Checkpoints.WriteAsync("q", 7, Cancelled);

        await Backend.ReopenAsync();

        Assert.Equal(42, await Backend.Checkpoints.ReadAsync("p", Cancelled));
        await Backend.Checkpoints.WriteAsync("p", 0, Cancelled);
        Assert.Equal(0, await Backend.Checkpoints.ReadAsync("p", Cancelled));
        Assert.Equal(7, await Backend.Checkpoints.ReadAsync("q", Cancelled));
    }

    private Task<string> Write(string key, string text, string? eTag) =>
        States.WriteAsync("k", key, Encoding.UTF8.GetBytes(text), eTag, Cancelled).AsTask();

    private async Task<string> TextAsync(string key) => Encoding.UTF8.GetString((await States.ReadAsync("k", key, Cancelled))!.Payload.Span);
}
