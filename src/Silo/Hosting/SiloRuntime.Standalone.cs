namespace Grainline.Silo.Hosting;

internal static class SiloRuntime
{
    /// <summary>Grains run in this process.</summary>
    public static void AddGrainRuntime(this WebApplicationBuilder builder) => builder.UseOrleans();
}
