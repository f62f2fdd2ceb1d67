using Grainline.Load.Clients;
using Grainline.Testing;

namespace Grainline.Load.Servers;

/// <summary>Short programs that are run to their end.</summary>
internal static class Tool
{
    /// <exception cref="RefusedException">It is not installed, or failed; the message has what it said.</exception>
    public static async Task Run(string[] command, CancellationToken cancellation)
    {
        try
        {
            await ChildProcess.Run(command, cancellation);
        }
        catch (ProgramFailedException failed)
        {
            throw new RefusedException(failed.Message);
        }
    }
}
