using System.Diagnostics;

namespace Grainline.Journal.Tests.Sqlite;

/// <summary>A file system in memory of a few megabytes.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public static SmallDisk? TryMount(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return null;
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "grainline-test", disk.Path)) return disk;
        disk._folder.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (!Run("umount", Path)) throw new InvalidOperationException($"{Path} is still mounted.");
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
