using Grainline.Load.Clients;
using Grainline.Load.Faults;

namespace Grainline.Load.Tests.Faults;

/// <summary>On a real file system in an image file: needs root and loop devices.</summary>
public sealed class SmallVolumeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
        var folder = Directory.CreateTempSubdirectory("grainline-volume-").FullName;
        try
        {
            await using var volume = await Mount(folder);
            if (volume is null)
                return;
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

    /// <summary>Null where nothing can be mounted; there the refusal that tells so is what is tested.</summary>
    private static async Task<SmallVolume?> Mount(string folder)
    {
        try
        {
            return await SmallVolume.Mount(folder, Stop);
        }
        catch (RefusedException refused)
        {
            Assert.Matches("root|mount|mkfs", refused.Message);
            return null;
        }
    }

    private static void Write(FileStream file) => file.Write(new byte[64 * 1024]);
}
