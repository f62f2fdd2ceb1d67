using Grainline.Gateway.Authentication;
using Grainline.Gateway.Tests.Hosting;
using Grainline.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Grainline.Gateway.Tests.Authentication;

/// <summary>Gateways that keep their keys with the silos.</summary>
public sealed class SiloKeysTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly byte[] Secret = [1, 2, 3];

    [Fact]
    public async Task Protect_ByOneGateway_IsReadByTheOthersAndByLaterOnes()
    {
        // Started together, each may have made a first key before it saw the other's.
        var both = await Task.WhenAll(Task.Run(Gateway), Task.Run(Gateway));
        await using var one = both[0];
        await using var other = both[1];

        var sealedByOne = Protector(one).Protect(Secret);
        await using var later = await Gateway();

        Assert.Equal(Secret, Protector(other).Unprotect(sealedByOne));
        Assert.Equal(Secret, Protector(later).Unprotect(sealedByOne));
        Assert.Equal(Secret, Protector(one).Unprotect(Protector(later).Protect(Secret)));
        Assert.NotEmpty(await host.Grains.KeyRing().Elements());
    }

    [Fact]
    public void GetAllElements_BeforeTheSilosWereReached_FailsWithoutWaiting()
    {
        using var services = Services();

        Assert.Throws<InvalidOperationException>(services.GetRequiredService<SiloKeys>().GetAllElements);
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(host.Grains);
        services.AddDataProtection().SetApplicationName("Grainline").PersistKeysToSilos();
        return services.BuildServiceProvider();
    }

    private async Task<ServiceProvider> Gateway()
    {
        var services = Services();
        foreach (var loader in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await loader.StartedAsync(CancellationToken.None);
        return services;
    }
}
