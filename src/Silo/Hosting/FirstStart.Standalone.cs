using Grainline.Gateway.Authentication;
using Grainline.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Orleans;

namespace Grainline.Silo.Hosting;

/// <summary>After the start: makes the demonstration tenant or the set-up link, and tells the person at the keyboard where to go.</summary>
internal sealed class FirstStart(
    IGrainFactory grains, IServer server, Passwords passwords, DemoGuard demo, IOptions<SiloOptions> options) : IHostedLifecycleService
{
    // The addresses are known only after the web server has started, and it starts last.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var installation = grains.Installation();
        var view = await installation.View();
        string? code = null;
        if (!view.Ready && options.Value.Empty)
            code = (await installation.IssueSetupCode()).Value;
        else if (demo.AllowedHere && !options.Value.Empty && !view.Ready)
            view = await Populate(installation, cancellationToken);
        await Console.Out.WriteAsync(Welcome.Text(options.Value.PublicUrl?.TrimEnd('/') ?? Address(), Path.GetFullPath(options.Value.Data), view, code, demo.AllowedHere));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<InstallationView> Populate(IInstallationGrain installation, CancellationToken cancellation)
    {
        var created = await installation.CreateDemo(await passwords.Hash(Welcome.DemoPassword, cancellation));
        return created.Succeeded
            ? await installation.View()
            : throw new InvalidOperationException($"The demonstration tenant could not be made: {created.Refusal.Message}");
    }

    // A wildcard is no address that a browser can open.
    private string Address()
    {
        var bound = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return $"{bound.Scheme}://{(bound.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : bound.Host)}:{bound.Port}";
    }
}
