using Grainline.Load.Clients;
using Grainline.Load.Servers;
using Grainline.Load.Wire;

namespace Grainline.Load.Tests.Servers;

public sealed class DescriptorsTests
{
    [Theory]
    [InlineData("1024", 1024)]
    [InlineData("unlimited", null)]
    public void Limit_OfLinux_IsTheHardOne(string hard, int? expected) => Assert.Equal(expected, Descriptors.Limit(
    [
        "Limit                     Soft Limit           Hard Limit           Units     ",
        "Max processes             96365                96365                processes ",
        $"Max open files            256                  {hard,-20} files     ",
    ]));

    [Fact]
    public void Ensure_MoreThanFit_SaysHowManyDo()
    {
        if (!OperatingSystem.IsLinux() || Descriptors.Limit(File.ReadLines("/proc/self/limits")) is null)
            Assert.Skip("This process may open as many as it likes.");
        Descriptors.Ensure(Environment.ProcessId, "This tool", 10);
        var refused = Assert.Throws<RefusedException>(() => Descriptors.Ensure(Environment.ProcessId, "This tool", 100_000_000));
        Assert.Contains("100,000,000 sockets do not fit", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("32768\t60999\n", 21_174)]
    [InlineData("10 13", 3)]
    public void PerAddress_ARange_LeavesAQuarter(string range, int expected) => Assert.Equal(expected, Ports.PerAddress(range));
}
