using Grainline.Blobs;
using Grainline.Blobs.Local;
using Grainline.Blobs.S3;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the store of blobs that the options name.</summary>
public static class BlobServices
{
    /// <param name="folder">Of the local store, unless <c>Blobs:Folder</c> names another one.</param>
    public static IServiceCollection AddBlobs(this IServiceCollection services, string folder)
    {
        services.AddOptions<BlobOptions>().BindConfiguration("Blobs").PostConfigure(blobs => blobs.Folder ??= folder).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<S3Options>().BindConfiguration("S3")
            .Validate<IOptions<BlobOptions>>((s3, blobs) => blobs.Value.Store != "s3" || s3.IsComplete, "S3:Bucket, S3:AccessKey and S3:SecretKey are needed with Blobs:Store=s3.")
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<IOptions<BlobOptions>>().Value.Store == "s3"
            ? ActivatorUtilities.CreateInstance<S3BlobStore>(provider)
            : ActivatorUtilities.CreateInstance<LocalBlobStore>(provider));
        return services;
    }
}
