using System.CommandLine;
using Grainline.Load.Faults;

namespace Grainline.Load.Commands;

/// <summary>What befalls the started server during a run.</summary>
internal sealed class FaultOptions
{
    private readonly Option<string?> _fault = new("--fault") { Description = "What befalls the started server, again and again: kill (SIGKILL and restart), pause (SIGSTOP), cut or slow (its sockets), disk-full or read-only (its data folder; as root), clock-step (libfaketime)." };
    private readonly Option<double> _every = Choice.With("--fault-every", 5.0, "About how often, in seconds.");
    private readonly Option<double> _seconds = Choice.With("--fault-seconds", 2.0, "About how long each one lasts, where it lasts.");
    private readonly Option<double?> _kill = new("--kill-every") { Description = "Short for --fault kill --fault-every." };

    public void AddTo(Command command)
    {
        _fault.AcceptOnlyFromAmong(FaultSet.Names);
        foreach (var option in new Option[] { _fault, _every, _seconds, _kill })
            command.Add(option);
        _every.MoreThanZero();
        _seconds.MoreThanZero();
        _kill.MoreThanZero();
        command.Validators.Add(result =>
        {
            // Only whether they are there: a value that is wrong has its own error.
            var (fault, kill) = (result.GetResult(_fault) is not null, result.GetResult(_kill) is not null);
            if (fault && kill)
                result.AddError("Name either --fault or --kill-every.");
            if ((fault || kill) && result.GetResult("--start") is null)
                result.AddError("Faults need --start: the tool harms only what it has started.");
        });
    }

    public FaultPlan? Read(ParseResult parsed) =>
        parsed.GetValue(_kill) is { } every ? new(FaultSet.Kill, every, 0)
        : parsed.GetValue(_fault) is { } name ? new(name, parsed.GetValue(_every), parsed.GetValue(_seconds)) : null;
}
