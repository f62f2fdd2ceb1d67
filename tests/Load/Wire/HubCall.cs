using System.Text.Json;

namespace Grainline.Load.Wire;

/// <summary>A call that somebody awaits: for everything that is not on the fast path.</summary>
internal sealed class HubCall : TaskCompletionSource<JsonElement>, ICompletion
{
    public HubCall() : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
    }

    public void Completed(ref Utf8JsonReader result) =>
        TrySetResult(result.TokenType == JsonTokenType.None ? default : JsonElement.ParseValue(ref result));

    public void Failed(int code, string error) => TrySetException(new HubCallException(code, error));
}

internal sealed class HubCallException(int code, string error) : Exception(error)
{
    /// <summary>As in docs/errors.md; 0 when the connection was lost.</summary>
    public int Code => code;

    public bool IsTemporary => code is 0 or 501 or 502 or 503 or 504;
}
