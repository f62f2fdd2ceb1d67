using Grainline.Gateway.Authentication;

namespace Grainline.Gateway.Tests.Authentication;

public sealed class DemoGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://0.0.0.0:8080", false)]
    [InlineData("http://[::]:8080", false)]
    [InlineData("http://*:8080", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://10.0.0.4:8080", false)]
    [InlineData("http://shop.example:80", false)]
    public void IsLoopback_Addresses_AsWritten(string address, bool loopback) => Assert.Equal(loopback, DemoGuard.IsLoopback(address));
}
