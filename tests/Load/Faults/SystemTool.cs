using System.ComponentModel;
using System.Diagnostics;
using Grainline.Load.Clients;

namespace Grainline.Load.Faults;

/// <summary>Programs of the operating system that do what needs them: mount, chattr, kill.</summary>
internal static class SystemTool
{
    /// <exception cref="RefusedException">It is not installed, or failed, with its own words.</exception>
    public static async Task Run(string program, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new RefusedException($"{program} {string.Join(' ', arguments)} failed: {said.Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new RefusedException($"{program} cannot be run: {missing.Message}");
        }
    }
}
