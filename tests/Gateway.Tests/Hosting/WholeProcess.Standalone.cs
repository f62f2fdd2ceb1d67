using Grainline.Gateway.Hosting;
using Grainline.Silo.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>Grains and gateway in one process: that is what a silo is here.</summary>
internal static class WholeProcess
{
    public static WebApplication Build(string[] arguments, StartLog start, Action<WebApplicationBuilder> configure) => SiloProcess.Build(arguments, start, configure);
}
