using System.ComponentModel;
using System.Diagnostics;

namespace Grainline.Testing;

/// <summary>A program as a child, pinned to a core if asked. Its output is kept, newest lines only, to explain a failure.</summary>
public sealed class ChildProcess : IDisposable
{
    private const int LinesKept = 1_000;

    private readonly Process _process;
    private readonly Queue<string> _lines = new();

    /// <param name="program">Path of a .NET program.</param>
    public ChildProcess(string program, int? core, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
        : this(["dotnet", program, .. arguments], core, environment)
    {
    }

    /// <param name="environment">Added to the tool's own.</param>
    public ChildProcess(string[] command, int? core, IReadOnlyDictionary<string, string>? environment = null)
    {
        // taskset becomes the program it starts, so the id stays the same.
        string[] pinned = core is { } number ? ["taskset", "-c", $"{number}", .. command] : command;
        var start = new ProcessStartInfo(pinned[0], pinned[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>Runs a short program to its end.</summary>
    /// <exception cref="ProgramFailedException">It is not installed, or failed; the message has what it said.</exception>
    public static async Task Run(string[] command, CancellationToken cancellation)
    {
        try
        {
            using var process = new ChildProcess(command, null);
            if (await process.Exit(cancellation) is not 0 and var code)
                throw new ProgramFailedException($"{string.Join(' ', command)} ended with {code}:\n{process.Output}");
        }
        catch (Win32Exception missing)
        {
            throw new ProgramFailedException($"{command[0]} cannot be run: {missing.Message}");
        }
    }

    /// <summary>SIGKILL: no warning, no clean-up.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <returns>The exit code, once it has ended by itself.</returns>
    public async Task<int> Exit(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
                _lines.Dequeue();
        }
    }
}
