using Grainline.Gateway.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Tests.Hosting;

public sealed class ClusterSettingsTests
{
    [Fact]
    public void Read_RedisAlone_IsEnough()
    {
        var settings = Read("Redis:Configuration=redis:6379");

        Assert.Equal(MembershipStore.Redis, settings.Membership.Membership);
        Assert.Equal("redis:6379", settings.Redis);
        Assert.Equal(("grainline", "grainline"), (settings.Identity.ClusterId, settings.Identity.ServiceId));
        Assert.False(settings.Tls.IsOn);
    }

    [Theory]
    [InlineData("Redis:Configuration")]
    [InlineData("Postgres:ConnectionString", "Cluster:Membership=PostgreSQL")]
    [InlineData("Tls:Key", "Cluster:Membership=Localhost", "Tls:Certificate=/tmp/x.pem")]
    [InlineData("/nowhere/x.pem", "Cluster:Membership=Localhost", "Tls:Certificate=/nowhere/x.pem", "Tls:Key=/nowhere/x.pem", "Tls:Authority=/nowhere/x.pem")]
    [InlineData("AdvertisedIPAddress", "Cluster:Membership=Localhost", "Orleans:Endpoints:AdvertisedIPAddress=here")]
    [InlineData("SiloPort", "Cluster:Membership=Localhost", "Orleans:Endpoints:SiloPort=0")]
    [InlineData("ProbeTimeout", "Cluster:Membership=Localhost", "Cluster:ProbeTimeout=00:00:00")]
    [InlineData("ClusterId", "Cluster:Membership=Localhost", "Orleans:ClusterId=")]
    public void Read_SomethingMissingOrWrong_NamesItInASentence(string named, params string[] given)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read(given));

        Assert.Contains(named, StartFailure.Explain(refused));
    }

    [Fact]
    public void Read_AStoreThatIsNone_IsExplained() =>
        Assert.Contains("Cluster:Membership", StartFailure.Explain(Assert.ThrowsAny<Exception>(() => Read("Cluster:Membership=Paper"))));

    private static ClusterSettings Read(params string[] given) => ClusterSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(given.Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build());
}
