namespace Grainline.Gateway.Tests.Blobs;

/// <summary>The examples of Amazon's own documentation (Signature Calculations for the Authorization Header; Authenticating Requests: Using Query Parameters).</summary>
public sealed class SigV4Tests
{
    private const string Nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string At = "20130524T000000Z";

    private static readonly SigV4 Signer = new("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    [Fact]
    public void Sign_GetObject_IsThePublishedSignature() => Assert.Equal(
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        Signer.Sign("GET", "/test.txt", "", Headers(Nothing, ("range", "bytes=0-9")), Nothing, At));

    [Fact]
    public void Sign_PutObject_IsThePublishedSignature()
    {
        const string Payload = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
        Assert.Equal(
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
            Signer.Sign("PUT", "/test%24file.text", "", Headers(Payload, ("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")), Payload, At));
    }

    [Fact]
    public void Sign_QueryWithoutValue_IsThePublishedSignature() => Assert.Equal(
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", Signer.Sign("GET", "/", "lifecycle", Headers(Nothing), Nothing, At));

    [Fact]
    public void Sign_ListObjects_IsThePublishedSignature() => Assert.Equal(
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", Signer.Sign("GET", "/", "max-keys=2&prefix=J", Headers(Nothing), Nothing, At));

    [Fact]
    public void Sign_PresignedAddress_IsThePublishedSignature() => Assert.Equal(
        "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
        Signer.Sign(
            "GET", "/test.txt",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host",
            new Dictionary<string, string> { ["host"] = "examplebucket.s3.amazonaws.com" }, "UNSIGNED-PAYLOAD", At));

    private static Dictionary<string, string> Headers(string payload, params (string Name, string Value)[] more)
    {
        var headers = new Dictionary<string, string> { ["host"] = "examplebucket.s3.amazonaws.com", ["x-amz-content-sha256"] = payload, ["x-amz-date"] = At };
        foreach (var (name, value) in more)
            headers[name] = value;
        return headers;
    }
}
