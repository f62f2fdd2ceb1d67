using Grainline.Load.Clients;
using Grainline.Load.Visits;
using Grainline.Load.Wire;
using Spectre.Console;

namespace Grainline.Load.Commands;

/// <summary>Turns what can go wrong outside of the tool into one sentence and exit code 1.</summary>
internal static class Runner
{
    public const int Well = 0, CouldNotRun = 1, Violated = 2;

    public static async Task<int> Run(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is RefusedException or DialogueException or HubCallException or HttpRequestException or InvalidDataException or IOException or TimeoutException
            or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync($"The run could not be done: {e.Message}");
            return CouldNotRun;
        }
    }

    public static void Progress(string what) => AnsiConsole.MarkupLineInterpolated($"[grey]{what}[/]");
}
