using Grainline.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Grainline.Browser.Tests.Conversations;

/// <summary>While an input method is composing, Enter chooses a word and sends nothing.</summary>
public sealed class ComposingTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    // What Chromium sends, and what Safari sends for the key that ends the composition.
    public static TheoryData<string> Presses => new(
        "{ key: 'Enter', isComposing: true, keyCode: 229 }", "{ key: 'Enter', isComposing: true }", "{ key: 'Enter', keyCode: 229 }");

    [Theory, MemberData(nameof(Presses))]
    public async Task Widget_EnterWhileComposing_DoesNotSend(string press)
    {
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Box.FillAsync("nihao");

        await Press(shopper.Box, press);

        await Expect(shopper.Box).ToHaveValueAsync("nihao");
        await Expect(shopper.Bubbles).ToHaveCountAsync(0);
        await Press(shopper.Box, "{ key: 'Enter' }");
        await shopper.Sees("You: nihao");
    }

    [Theory, MemberData(nameof(Presses))]
    public async Task Console_EnterWhileComposing_DoesNotSend(string press)
    {
        var first = $"hello {Guid.NewGuid():N}";
        await using var li = await silo.Desk("li");
        await li.BecomeAvailable();
        await using var shopper = await silo.Shopper();
        await shopper.OpenChat();
        await shopper.Write(first);
        await li.Accept(first);
        await li.Box.FillAsync("nihao");

        await Press(li.Box, press);

        await Expect(li.Box).ToHaveValueAsync("nihao");
        await li.Sees(first);
        await Press(li.Box, "{ key: 'Enter' }");
        await li.Sees(first, "nihao");
        await li.Resolve();
    }

    private static Task Press(ILocator box, string init) => box.EvaluateAsync(
        $"box => box.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, composed: true, ...{init} }}))");
}
