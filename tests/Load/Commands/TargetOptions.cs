using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Grainline.Load.Figures;
using Grainline.Load.Servers;

namespace Grainline.Load.Commands;

/// <summary>Which server: one that the tool starts, or one that runs.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string?> _start = new("--start") { Description = "Path of Grainline.Silo.dll: the tool starts it with an own data folder and raised budgets." };
    private readonly Option<string?> _url = new("--url") { Description = "Address of a server that runs. The run adds a queue, a site and agents named load-..., which stay." };
    private readonly Option<string?> _login = new("--login") { Description = "An administrator of that server." };
    private readonly Option<string?> _password = new("--password") { Description = "Its password." };
    private readonly Option<MeasuredRoot[]> _pids = new("--pid")
    {
        Description = "Process of that server on this machine, to measure CPU and memory: 4711, or silo=4711 gateway=4712 ... for a cluster.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(token => Root(token.Value, result)).OfType<MeasuredRoot>()],
    };
    private readonly Option<int?> _core = new("--server-core") { Description = "Pins the started server to this core." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _start, _url, _login, _password, _pids, _core })
            command.Add(option);
        command.Validators.Add(result =>
        {
            var (start, url) = (result.GetValue(_start), result.GetValue(_url));
            if (start is null == url is null)
                result.AddError("Name either --start or --url.");
            else if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out _))
                result.AddError("--url is an address such as http://127.0.0.1:8080.");
            else if (url is not null && (result.GetValue(_login) is null || result.GetValue(_password) is null))
                result.AddError("--url needs --login and --password of an administrator.");
        });
    }

    public TargetPlan Read(ParseResult parsed) => new(
        parsed.GetValue(_start), parsed.GetValue(_url) is { } url ? new(url) : null, parsed.GetValue(_login), parsed.GetValue(_password), parsed.GetValue(_pids) ?? [], parsed.GetValue(_core));

    private static MeasuredRoot? Root(string text, ArgumentResult result)
    {
        var end = text.IndexOf('=', StringComparison.Ordinal);
        if (int.TryParse(text.AsSpan(end + 1), CultureInfo.InvariantCulture, out var pid) && ProcFolder.IsThere(pid))
            return new(end > 0 ? text[..end] : "server", pid, ProcFolder.IsDotNet(pid));
        result.AddError($"--pid: there is no process '{text}' here.");
        return null;
    }
}
