using System.ComponentModel;
using Grainline.Load.Clients;

namespace Grainline.Load.Servers;

/// <summary>Short programs that are run to their end.</summary>
internal static class Tool
{
    /// <exception cref="RefusedException">It is not installed, or failed; the message has what it said.</exception>
    public static async Task Run(string[] command, CancellationToken cancellation)
    {
        try
        {
            using var process = new ChildProcess(command, null);
            if (await process.Exit(cancellation) is not 0 and var code)
                throw new RefusedException($"{string.Join(' ', command)} ended with {code}:\n{process.Output}");
        }
        catch (Win32Exception missing)
        {
            throw new RefusedException($"{command[0]} cannot be run: {missing.Message}");
        }
    }
}
