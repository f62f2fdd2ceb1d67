using System.Text.Json;

namespace Grainline.Load.Wire;

/// <summary>Waits for the answer to a hub call. Told on the socket's loop.</summary>
internal interface ICompletion
{
    /// <param name="result">Stands on the result's first token; not started when there is none.</param>
    void Completed(ref Utf8JsonReader result);

    /// <param name="code">The contract's error code; 0 when the connection was lost before the answer.</param>
    void Failed(int code, string error);
}
