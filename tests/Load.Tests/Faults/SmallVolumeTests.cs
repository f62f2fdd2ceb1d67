using Grainline.Load.Clients;
using Grainline.Load.Faults;

namespace Grainline.Load.Tests.Faults;

/// <summary>On a real file system in an image file: needs root and loop devices.</summary>
public sealed class SmallVolumeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mount_NotRoot_SaysWhatItNeeds()
    {
        if (Environment.IsPrivilegedProcess)
            Assert.Skip("Runs as root.");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SmallVolume.Mount(Path.GetTempPath(), Stop));
        Assert.Contains("as root", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_ThenFree_TakesAndGivesBackAllRoom() => await OnAVolume((volume, file) =>
    {
        volume.Fill();
        Assert.Throws<IOException>(() => Write(file));
        volume.Free();
        Write(file);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Seal_FileThatIsOpen_CannotBeWrittenUntilUnsealed() => await OnAVolume(async (volume, file) =>
    {
        await volume.Seal();
        Assert.ThrowsAny<Exception>(() => Write(file));
        await volume.Unseal();
        Write(file);
    });

    private static async Task OnAVolume(Func<SmallVolume, FileStream, Task> use)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/dev/loop-control"))
            Assert.Skip("Needs root and loop devices.");
        var folder = Directory.CreateTempSubdirectory("grainline-volume-").FullName;
        try
        {
            await using var volume = await SmallVolume.Mount(folder, Stop);
            // Unbuffered, as a database writes.
            await using var file = new FileStream(Path.Combine(folder, "data"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            Write(file);
            await use(volume, file);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private static void Write(FileStream file) => file.Write(new byte[64 * 1024]);
}
