using System.Globalization;
using Grainline.Load.Clients;
using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>The server's wall clock leaps, forth and back, through libfaketime; its monotonic clock goes on as it should.</summary>
internal sealed class ClockStepFault : Fault
{
    private const string Library = "libfaketimeMT.so.1";
    private const int Least = 10, Furthest = 600;

    // The library looks into its control file this often.
    private const double CacheSeconds = 1;

    private string? _control;
    private int _offset;

    public override Task Prepare(Ground ground, CancellationToken cancellation)
    {
        _control = ground.Data + ".clock";
        Write(0);
        ground.Environment["LD_PRELOAD"] = Find();
        ground.Environment["FAKETIME_TIMESTAMP_FILE"] = _control;
        ground.Environment["FAKETIME_CACHE_DURATION"] = CacheSeconds.ToString(CultureInfo.InvariantCulture);
        ground.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        // Otherwise each timed wait of the runtime returns at once and the server spins.
        ground.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        return Task.CompletedTask;
    }

    public override async Task<Stroke> Strike(StartedServer server, Random random, double seconds, CancellationToken cancellation)
    {
        var step = random.Next(Least, Furthest) * (random.Next(2) == 0 ? 1 : -1);
        // Back and forth around the true time: the tokens of the run must stay valid.
        if (Math.Abs(_offset + step) > Furthest)
            step = -step;
        Write(_offset += step);
        await Followed(server, cancellation);
        return new($"clock stepped by {step:+0;-0} s, now {_offset:+0;-0;0} s off", Clock.Now);
    }

    private async Task Followed(StartedServer server, CancellationToken cancellation)
    {
        using var rest = new Rest(server.Address);
        for (var began = Clock.Now; ; await Clock.Wait(0.1, cancellation))
        {
            var off = (await rest.Time(cancellation) - TimeProvider.System.GetUtcNow()).TotalSeconds;
            if (Math.Abs(off - _offset) < 3)
                return;
            if (Clock.Seconds(began) > 10 * CacheSeconds)
                throw new RefusedException($"The server does not follow {Library}: its clock should be {_offset} s off and is {off:F0} s off.");
        }
    }

    public override ValueTask DisposeAsync()
    {
        if (_control is not null)
            File.Delete(_control);
        return ValueTask.CompletedTask;
    }

    private void Write(int offset) => File.WriteAllText(_control!, string.Create(CultureInfo.InvariantCulture, $"{offset:+0;-0;+0}\n"));

    private static string Find() =>
        Directory.Exists("/usr/lib") && Directory.EnumerateFiles("/usr/lib", Library, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true }).FirstOrDefault() is { } found
            ? found
            : throw new RefusedException($"clock-step needs {Library}; on Debian: apt-get install libfaketime.");
}
