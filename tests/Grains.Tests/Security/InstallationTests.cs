using Grainline.Refusals;
using Grainline.Security;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Security;

public sealed class InstallationTests
{
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task IssueSetupCode_BySilosThatStartTogether_IsIssuedOnce()
    {
        await using var host = await GrainHost.Start();

        var codes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.Grains.Installation().IssueSetupCode(Together)));

        var code = Assert.Single(codes, answer => answer.Succeeded).Value!;
        Assert.All(codes.Where(answer => !answer.Succeeded), answer => Assert.Equal(ErrorCode.Overloaded, answer.Refusal!.Code));
        Assert.True((await host.Grains.Installation().SetUp(new(code, "shop", "Shop", "boss", "Boss", "hash", []))).Succeeded);
    }

    [Fact]
    public async Task IssueSetupCode_LaterOrUnasked_VoidsTheFormer()
    {
        await using var host = await GrainHost.Start();
        var installation = host.Grains.Installation();
        var first = (await installation.IssueSetupCode(Together)).Value!;
        host.Clock.Advance(Together);

        var second = (await installation.IssueSetupCode(Together)).Value!;
        var third = (await installation.IssueSetupCode()).Value!;

        foreach (var spent in new[] { first, second })
            Assert.Equal(ErrorCode.SetupCodeInvalid, (await installation.SetUp(new(spent, "shop", "Shop", "boss", "Boss", "hash", []))).Refusal!.Code);
        Assert.True((await installation.SetUp(new(third, "shop", "Shop", "boss", "Boss", "hash", []))).Succeeded);
    }
}
