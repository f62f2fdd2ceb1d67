using System.Text.Json;

namespace Grainline.Load.Talk;

/// <summary>Names of hub calls, encoded once.</summary>
internal static class Methods
{
    public static readonly JsonEncodedText Post = JsonEncodedText.Encode("Post");
    public static readonly JsonEncodedText Sync = JsonEncodedText.Encode("Sync");
    public static readonly JsonEncodedText Open = JsonEncodedText.Encode("OpenConversation");
    public static readonly JsonEncodedText Inbox = JsonEncodedText.Encode("Inbox");
    public static readonly JsonEncodedText Available = JsonEncodedText.Encode("SetAvailability");
    public static readonly JsonEncodedText Accept = JsonEncodedText.Encode("Accept");
    public static readonly JsonEncodedText Resolve = JsonEncodedText.Encode("Resolve");
    public static readonly JsonEncodedText Close = JsonEncodedText.Encode("Close");
    public static readonly JsonEncodedText Typing = JsonEncodedText.Encode("Typing");
    public static readonly JsonEncodedText Join = JsonEncodedText.Encode("Join");
}
