using Grainline.Security;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Security;

public sealed class KeyRingTests
{
    [Fact]
    public async Task Add_BySeveralAtOnce_KeepsEveryElementOnceAcrossARestart()
    {
        await using var host = await GrainHost.Start();

        await Task.WhenAll(new[] { "<a/>", "<b/>", "<a/>", "<c/>" }.Select(element => host.Grains.KeyRing().Add(element)));
        await host.Restart();

        Assert.Equal(["<a/>", "<b/>", "<c/>"], (await host.Grains.KeyRing().Elements()).Order());
    }
}
