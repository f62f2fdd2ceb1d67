using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Grainline.Testing;

namespace Grainline.Browser.Tests.Hosting;

/// <summary>The real program on a loopback port over a folder of its own; it can be killed and started again there.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int SigTerm = 15;

    private readonly string[] _settings;
    private readonly StringBuilder _said = new();
    private Process? _process;

    public SiloProcess(params string[] settings)
    {
        _settings = settings;
        Address = $"http://127.0.0.1:{Loopback.FreePort()}";
        Data = Directory.CreateTempSubdirectory("grainline-").FullName;
    }

    public string Address { get; }

    public string Data { get; }

    /// <summary>Everything the process has printed, over all of its lives.</summary>
    public string Said { get { lock (_said) return _said.ToString(); } }

    /// <summary>Returns once it says that it is ready.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Places.Silo, "--urls", Address, "--data", Data, .. _settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The silo ended instead of starting. It said:\n{Said}"));
        process.Start();
        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The silo was not ready within {Patience}. It said:\n{Said}");
        }
    }

    /// <summary>SIGKILL: no chance to tidy up. Returns once the process is gone.</summary>
    public async Task KillNine()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>SIGTERM: drains and answers the exit code.</summary>
    public async Task<int> Stop()
    {
        var process = _process!;
        if (Kill(process.Id, SigTerm) != 0)
            throw new InvalidOperationException($"Process {process.Id} could not be asked to end.");
        await process.WaitForExitAsync().WaitAsync(Patience);
        var code = process.ExitCode;
        process.Dispose();
        _process = null;
        return code;
    }

    /// <summary>Linux: from now on the peak is counted anew. Answers the bytes of memory that the process occupies.</summary>
    public long ForgetPeakMemory()
    {
        File.WriteAllText($"/proc/{_process!.Id}/clear_refs", "5");
        return Memory("VmRSS");
    }

    /// <summary>Linux: the most bytes of memory that the process has occupied.</summary>
    public long PeakMemory() => Memory("VmHWM");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillNine();
        Directory.Delete(Data, recursive: true);
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (line.Contains("Grainline is ready."))
            ready.TrySetResult();
    }

    // "VmHWM:     12345 kB"
    private long Memory(string figure) => File.ReadLines($"/proc/{_process!.Id}/status").Where(line => line.StartsWith(figure, StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim(), System.Globalization.CultureInfo.InvariantCulture) * 1024).Single();

    // Another program could take the port in between; the start would then fail and say so.

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
