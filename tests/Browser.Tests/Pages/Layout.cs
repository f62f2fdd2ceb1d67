using Microsoft.Playwright;

namespace Grainline.Browser.Tests.Pages;

/// <summary>What of a page a person could not see or reach.</summary>
internal static class Layout
{
    // Inert and hidden parts are not on the page; what is a pixel wide is for screen readers; a skip link waits outside for its focus.
    private const string Script = """
        () => {
          const roots = [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(r => r)];
          const shown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('[inert]') && e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().bottom > 0 && e.getBoundingClientRect().right > 0;
          const name = e => `${e.tagName.toLowerCase()}.${e.className} "${(e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 40)}"`;
          const cut = roots.flatMap(r => [...r.querySelectorAll('button, a, input, textarea, [role=log], [role=dialog], h1, h2, p')]).filter(shown)
            .filter(e => e.getBoundingClientRect().left < -1 || e.getBoundingClientRect().right > innerWidth + 1).map(name);
          const page = document.documentElement;
          return page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} wide in ${page.clientWidth}`, ...cut] : cut;
        }
        """;

    /// <summary>Everything that stands out of the window sideways, by name; empty is good.</summary>
    public static Task<string[]> CutOff(this IPage page) => page.EvaluateAsync<string[]>(Script);
}
