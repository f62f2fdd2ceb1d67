using Grainline.Gateway.Authentication;
using Grainline.Security;
using Microsoft.Extensions.Options;
using Orleans;

namespace Grainline.Silo.Hosting;

/// <summary>After the start: makes the demonstration tenant if that was asked for, or prints the set-up link. Of silos that start together one prints it.</summary>
internal sealed partial class FirstStart(
    IGrainFactory grains, Passwords passwords, IOptions<DemoOptions> demo, IOptions<SiloOptions> options, ILogger<FirstStart> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var installation = grains.Installation();
        if ((await installation.View()).Ready)
            return;
        if (demo.Value.AllowRemote && !options.Value.Empty)
        {
            var created = await installation.CreateDemo(await passwords.Hash(Welcome.DemoPassword, cancellationToken));
            if (!created.Succeeded)
                throw new InvalidOperationException($"The demonstration tenant could not be made: {created.Refusal.Message}");
            return;
        }

        var code = await installation.IssueSetupCode(unlessWithin: Together);
        if (code.Succeeded)
            await Console.Out.WriteLineAsync($"\n  Set up      {options.Value.PublicUrl?.TrimEnd('/')}/console/setup?code={code.Value}  (once)\n");
        else
            PrintedElsewhere();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "The set-up link was printed by another silo a moment ago")]
    private partial void PrintedElsewhere();
}
