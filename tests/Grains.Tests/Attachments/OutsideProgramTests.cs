using System.Text;
using Grainline.Attachments;
using Microsoft.Extensions.Options;

namespace Grainline.Tests.Attachments;

/// <summary>Programs of the operator's: what their ends mean, and that they cannot hold anything up.</summary>
public sealed class OutsideProgramTests
{
    [Theory]
    [InlineData("grep -q virus", "a virus in it", true, false)]
    [InlineData("false", "anything at all", false, true)]
    [InlineData("sh -c exit\t2", "anything", false, false)]
    [InlineData("no-such-program-anywhere", "anything", false, false)]
    public async Task Scan_ProgramEnds_IsReadFromItsCode(string command, string content, bool clean, bool harm)
    {
        var scanner = new CommandScanner(Options.Create(new AttachmentOptions { ScanCommand = command }));

        var verdict = await scanner.Scan(() => Task.FromResult<Stream>(new MemoryStream(Encoding.ASCII.GetBytes(content))), default);

        Assert.Equal((clean, harm, !clean && !harm), (verdict == ScanVerdict.Clean, verdict.Harm is not null, verdict.Failure is not null));
    }

    [Fact]
    public async Task Run_LongerThanItMay_IsEnded()
    {
        using var time = new CancellationTokenSource();
        var running = OutsideProgram.Run("sleep 600", Stream.Null, 0, time.Token);

        await time.CancelAsync();

        Assert.Equal("it took too long", (await running.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System)).Failure);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task Run_MoreOutputThanIsKept_IsAFailure(int limit, bool tooLong)
    {
        var run = await OutsideProgram.Run("cat", new MemoryStream("abc"u8.ToArray()), limit, default);

        Assert.Equal(tooLong, run.Failure is not null);
        Assert.Equal(tooLong ? "" : "abc", Encoding.ASCII.GetString(run.Output));
    }
}
