namespace Grainline.Gateway.Hosting;

/// <summary>The process: built, run, and its failures to start turned into one sentence and exit code 1.</summary>
public static class HostedProcess
{
    /// <param name="explain">One sentence for a failure that an operator can mend; null for a defect, which keeps its stack trace.</param>
    /// <param name="complaints">Where a failure to start is explained; the error stream when null.</param>
    public static async Task<int> Run(Func<StartLog, WebApplication> build, Func<Exception, string?> explain, TextWriter? complaints = null)
    {
        var start = new StartLog();
        WebApplication? app = null;
        try
        {
            app = build(start);
            await app.StartAsync();
            start.Succeeded();
            // What only the start has needed is garbage by now, and without traffic nothing would ever collect it.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (OperationCanceledException) when (!start.HasSucceeded && app?.Lifetime.ApplicationStopping.IsCancellationRequested == true)
        {
            // Asked to stop while it was still starting.
            return 0;
        }
        catch (Exception e) when (!start.HasSucceeded && explain(e) is { } sentence)
        {
            await Complain(sentence, complaints);
            return 1;
        }
        finally
        {
            if (app is not null)
                await app.DisposeAsync();
        }
    }

    /// <summary>The same for a process that does one thing and ends.</summary>
    public static async Task<int> Once(Func<Task> work, Func<Exception, string?> explain, TextWriter? complaints = null)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception e) when (explain(e) is { } sentence)
        {
            await Complain(sentence, complaints);
            return 1;
        }
    }

    private static Task Complain(string sentence, TextWriter? complaints) => (complaints ?? Console.Error).WriteLineAsync($"Grainline cannot start: {sentence}");
}
