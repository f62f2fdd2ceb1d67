using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Grainline.Refusals;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Hubs;

/// <summary>
/// SignalR's JSON protocol, with every error in the shape of the wire contract, <c>code: message</c>. SignalR itself words the errors for unknown methods,
/// arguments that do not bind and frames that cannot be read; here they get their codes.
/// </summary>
internal sealed class WireProtocol(IOptions<JsonHubProtocolOptions> options) : IHubProtocol
{
    private readonly JsonHubProtocol _json = new(options);

    public string Name => _json.Name;

    public int Version => _json.Version;

    public TransferFormat TransferFormat => _json.TransferFormat;

    public bool IsVersionSupported(int version) => _json.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
        _json.TryParseMessage(ref input, binder, out message);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _json.GetMessageBytes(Shape(message));

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _json.WriteMessage(Shape(message), output);

    private static HubMessage Shape(HubMessage message) => message switch
    {
        CompletionMessage { Result: Refusal refusal, InvocationId: { } id } => CompletionMessage.WithError(id, Words(refusal.Code, refusal.Message)),
        CompletionMessage { Error: { } error, InvocationId: { } id } => CompletionMessage.WithError(id, Shape(error)),
        CloseMessage { Error: { } error } close when !StartsWithCode(error) => new CloseMessage("3502: What was sent cannot be read.", close.AllowReconnect),
        _ => message,
    };

    private static string Shape(string error) => error switch
    {
        _ when StartsWithCode(error) => error,
        _ when error.EndsWith("Method does not exist.", StringComparison.Ordinal) || error.StartsWith("Unknown hub method", StringComparison.Ordinal) => Words(ErrorCode.UnknownMethod, "There is no such method."),
        _ when error.StartsWith("An unexpected error", StringComparison.Ordinal) => Words(ErrorCode.Internal, "Something went wrong here."),
        _ => Words(ErrorCode.InvalidArgument, "The arguments do not fit the method."),
    };

    private static bool StartsWithCode(string error) => error.Length > 4 && char.IsAsciiDigit(error[0]) && error.AsSpan(0, 6 < error.Length ? 6 : error.Length).Contains(':');

    private static string Words(ErrorCode code, string message) => $"{(int)code}: {message}";
}
