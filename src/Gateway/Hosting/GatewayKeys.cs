namespace Grainline.Gateway.Hosting;

/// <summary>Where a gateway that runs by itself finds the data-protection keys that it shares with its siblings.</summary>
internal static class GatewayKeys
{
    public static DirectoryInfo Folder(IConfiguration configuration) => new(
        configuration.GetValue<string>("Keys:Folder")
        ?? throw new InvalidOperationException("Keys:Folder is missing: name the folder of the data-protection keys, shared by every gateway."));
}
