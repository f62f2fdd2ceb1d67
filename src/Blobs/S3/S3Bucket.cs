using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Grainline.Blobs.S3;

/// <summary>The few calls that the store makes, with the bucket's name and prefix. What is not there is null; every other failure is a <see cref="BlobException"/>.</summary>
internal sealed class S3Bucket(S3Options options) : IDisposable
{
    // Keys are given, never looked for: the client would ask the machine's metadata service otherwise.
    private readonly AmazonS3Client _client = new(new BasicAWSCredentials(options.AccessKey, options.SecretKey), Configure(options));

    public async Task<ObjectFacts?> Facts(string name, CancellationToken cancellation) => await Found(async () =>
    {
        var head = await _client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = options.Bucket, Key = Key(name) }, cancellation);
        return new ObjectFacts(head.ContentLength, head.ETag);
    });

    public Task<GetObjectResponse?> Get(string name, long? from, long? to, CancellationToken cancellation) => Found(() => _client.GetObjectAsync(
        new() { BucketName = options.Bucket, Key = Key(name), ByteRange = from is null ? null : new ByteRange(from.Value, to!.Value) }, cancellation));

    public Task Put(string name, Stream content, CancellationToken cancellation) => Sent(() => _client.PutObjectAsync(
        new() { BucketName = options.Bucket, Key = Key(name), InputStream = content, AutoCloseStream = false, UseChunkEncoding = false }, cancellation));

    public Task Delete(string name, CancellationToken cancellation) => Sent(() => _client.DeleteObjectAsync(options.Bucket, Key(name), cancellation));

    public async Task<string> Begin(string name, CancellationToken cancellation) =>
        (await Sent(() => _client.InitiateMultipartUploadAsync(options.Bucket, Key(name), cancellation))).UploadId;

    public Task AddPart(string name, string upload, int number, Stream content, CancellationToken cancellation) => Sent(() => _client.UploadPartAsync(
        new() { BucketName = options.Bucket, Key = Key(name), UploadId = upload, PartNumber = number, InputStream = content, PartSize = content.Length, UseChunkEncoding = false }, cancellation));

    public async Task<IReadOnlyList<PartETag>> Parts(string name, string upload, CancellationToken cancellation)
    {
        var parts = new List<PartETag>();
        for (string? marker = null; ;)
        {
            var page = await Sent(() => _client.ListPartsAsync(new ListPartsRequest { BucketName = options.Bucket, Key = Key(name), UploadId = upload, PartNumberMarker = marker }, cancellation));
            parts.AddRange((page.Parts ?? []).Select(part => new PartETag(part.PartNumber ?? 0, part.ETag)));
            if (page.IsTruncated != true)
                return parts;
            marker = page.NextPartNumberMarker?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public async Task<string> Finish(string name, string upload, IReadOnlyList<PartETag> parts, CancellationToken cancellation) => (await Sent(() =>
        _client.CompleteMultipartUploadAsync(new() { BucketName = options.Bucket, Key = Key(name), UploadId = upload, PartETags = [.. parts] }, cancellation))).ETag;

    public Task Abort(string name, string upload, CancellationToken cancellation) =>
        Found<object>(async () => await _client.AbortMultipartUploadAsync(options.Bucket, Key(name), upload, cancellation));

    /// <summary>Names under a beginning, without the prefix, and when they were written.</summary>
    public async IAsyncEnumerable<(string Name, DateTimeOffset At)> List(string beginning, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = Key(beginning) };
        while (true)
        {
            var page = await Sent(() => _client.ListObjectsV2Async(request, cancellation));
            foreach (var item in page.S3Objects ?? [])
                yield return (item.Key[Key("").Length..], item.LastModified is { } at ? new DateTimeOffset(at.ToUniversalTime(), TimeSpan.Zero) : DateTimeOffset.MaxValue);
            if (page.IsTruncated != true)
                yield break;
            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    public Uri Link(string name, BlobLink link, DateTimeOffset now) => new(_client.GetPreSignedURL(new()
    {
        BucketName = options.Bucket,
        Key = Key(name),
        Verb = HttpVerb.GET,
        Expires = (now + link.Lifetime).UtcDateTime,
        Protocol = options.Endpoint?.StartsWith("http:", StringComparison.Ordinal) == true ? Protocol.HTTP : Protocol.HTTPS,
        ResponseHeaderOverrides = new() { ContentType = link.ContentType, ContentDisposition = link.Disposition },
    }));

    public void Dispose() => _client.Dispose();

    private string Key(string name) => options.Prefix + name;

    private static AmazonS3Config Configure(S3Options options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            AuthenticationRegion = options.Region,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
            config.ServiceURL = endpoint;
        else
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        return config;
    }

    private static async Task<T?> Found<T>(Func<Task<T>> call) where T : class
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            throw Failed(e);
        }
    }

    private static async Task<T> Sent<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            throw Failed(e);
        }
    }

    private static BlobException Failed(Exception e) => new("The bucket of attachments refuses it.", e);
}

internal sealed record ObjectFacts(long Bytes, string ETag);
