using System.CommandLine;
using Grainline.Load.Faults;

namespace Grainline.Load.Commands;

/// <summary>What befalls the started server during a run.</summary>
internal sealed class FaultOptions
{
    private readonly Option<string?> _fault = new("--fault") { Description = "What befalls the started server, again and again: kill (SIGKILL and restart), pause (SIGSTOP), cut or slow (its sockets), disk-full or read-only (its data folder; as root), clock-step (libfaketime)." };
    private readonly Option<double> _every = Choice.With("--fault-every", 5.0, "About how often, in seconds.").MoreThanZero();
    private readonly Option<double> _seconds = Choice.With("--fault-seconds", 2.0, "About how long each one lasts, where it lasts.").MoreThanZero();

    public void AddTo(Command command)
    {
        _fault.AcceptOnlyFromAmong(FaultSet.Names);
        foreach (var option in new Option[] { _fault, _every, _seconds })
            command.Add(option);
        command.Validators.Add(result =>
        {
            // Only whether they are there: a value that is wrong has its own error.
            if (result.GetResult(_fault) is not null && result.GetResult("--start") is null)
                result.AddError("--fault needs --start: the tool harms only what it has started.");
        });
    }

    public FaultPlan? Read(ParseResult parsed) => parsed.GetValue(_fault) is { } name ? new(name, parsed.GetValue(_every), parsed.GetValue(_seconds)) : null;
}
