using System.Diagnostics;

namespace Grainline.Journal.Tests;

/// <summary>A second process over a folder or database, for tests that need one to hold the lock or to be killed.</summary>
internal sealed class AppenderProcess : IDisposable
{
    private readonly Process _process;

    private AppenderProcess(Process process) => _process = process;

    public static AppenderProcess Start(string mode, string place)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Journal.Appender.dll"), mode, place },
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        return new AppenderProcess(Process.Start(start) ?? throw new InvalidOperationException("The appender did not start."));
    }

    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) => _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();

    /// <summary>SIGKILL, without any chance to tidy up. Returns what it had still said; a last line without an end was never said.</summary>
    public async Task<string[]> KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
