using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Clients;

namespace Grainline.Load.Talk;

/// <summary>The transcript as the API gives it, as one more view of the conversation.</summary>
internal static class Transcript
{
    /// <param name="token">Of somebody who may see it.</param>
    public static async Task ReadBack(Rest rest, History history, string token, CancellationToken cancellation)
    {
        var view = history.AddView("transcript");
        var page = new PageReader(view, new(), static (_, _) => { });
        do
        {
            var before = view.Last;
            Read(page, await rest.Get($"/api/v1/conversations/{history.Conversation}/messages?after={view.Last}&limit=200", token, cancellation));
            if (view.Last == before)
                return;
        }
        while (view.Last < page.Head);
    }

    private static void Read(PageReader page, byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        page.Read(ref reader);
    }
}
