using System.ComponentModel;
using System.Diagnostics;

namespace Grainline.Attachments;

/// <summary>Runs a program of the operator's on a file: the file goes to its input, a bounded part of its output comes back, and it ends when its time is over.</summary>
internal static class OutsideProgram
{
    /// <param name="command">The program and its arguments, separated by blanks; there is no shell.</param>
    /// <param name="outputBytes">At most so much output is kept; more is a failure.</param>
    public static async Task<ProgramRun> Run(string command, Stream input, int outputBytes, CancellationToken cancellation)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var program = new Process
        {
            StartInfo = new(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false },
        };
        try
        {
            program.Start();
        }
        catch (Win32Exception e)
        {
            return new(-1, [], e.Message);
        }

        try
        {
            var reading = Read(program.StandardOutput.BaseStream, outputBytes, cancellation);
            await Feed(program, input, cancellation);
            var output = await reading;
            await program.WaitForExitAsync(cancellation);
            return output is null ? new(-1, [], "its output is too long") : new(program.ExitCode, output, null);
        }
        catch (OperationCanceledException)
        {
            return new(-1, [], "it took too long");
        }
        finally
        {
            if (!program.HasExited)
                program.Kill(entireProcessTree: true);
        }
    }

    // A program that has seen enough closes its input; that is its right.
    private static async Task Feed(Process program, Stream input, CancellationToken cancellation)
    {
        try
        {
            await input.CopyToAsync(program.StandardInput.BaseStream, cancellation);
            program.StandardInput.Close();
        }
        catch (IOException) when (!cancellation.IsCancellationRequested)
        {
            return;
        }
    }

    private static async Task<byte[]?> Read(Stream output, int limit, CancellationToken cancellation)
    {
        var buffer = new byte[4_096];
        using var kept = new MemoryStream();
        var tooLong = false;
        for (int read; (read = await output.ReadAsync(buffer, cancellation)) > 0;)
        {
            tooLong |= limit > 0 && kept.Length + read > limit;
            if (limit > 0 && !tooLong)
                kept.Write(buffer, 0, read);
        }

        return tooLong ? null : kept.ToArray();
    }
}

/// <param name="ExitCode">-1 when it did not get that far; then <paramref name="Failure"/> says why.</param>
internal sealed record ProgramRun(int ExitCode, byte[] Output, string? Failure);
