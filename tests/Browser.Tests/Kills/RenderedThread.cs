using Grainline.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Kills;

/// <summary>A line of the thread as the console draws it.</summary>
internal sealed record Rendered(string Side, string Text, string State);

/// <summary>Reads a long thread the way an agent does: scrolls up until the conversation begins.</summary>
internal static class RenderedThread
{
    public static async Task<Rendered[]> Whole(AgentDesk desk, int messages)
    {
        var log = desk.Page.Locator("#thread .messages");
        for (var drawn = await desk.Rows.CountAsync(); drawn < messages; drawn = await desk.Rows.CountAsync())
        {
            await log.EvaluateAsync("box => { box.scrollTop = 0; box.dispatchEvent(new Event('scroll')); }");
            await Expect(desk.Rows).Not.ToHaveCountAsync(drawn);
        }
        var rows = await desk.Rows.EvaluateAllAsync<string[][]>(
            "rows => rows.map(r => [r.dataset.side, r.querySelector('.bubble').textContent, r.dataset.state])");
        return [.. rows.Select(row => new Rendered(row[0], row[1], row[2]))];
    }
}
