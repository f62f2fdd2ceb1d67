namespace Grainline.Load.Servers;

/// <summary>
/// While this lives, .NET programs that are started count calls from their first one on. By default they wait until no new method has been met for
/// 100 ms, which under full load comes so seldom that the last methods are compiled minutes later. Only this waiting is left out.
/// </summary>
internal sealed class EagerTiering : IDisposable
{
    private const string Setting = "DOTNET_TC_CallCountingDelayMs";

    private readonly string? _before = Environment.GetEnvironmentVariable(Setting);

    public EagerTiering() => Environment.SetEnvironmentVariable(Setting, "0");

    public void Dispose() => Environment.SetEnvironmentVariable(Setting, _before);
}
