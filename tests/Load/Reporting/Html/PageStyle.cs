namespace Grainline.Load.Reporting.Html;

internal static class PageStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1c1f23; --soft: #59616b; --rule: #dfe3e8; --wash: #f4f6f8; --alarm: #a3261b;
          --s0: #1f6fd1; --s1: #c25e00; --s2: #0b8467; --s3: #7a4cc4; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #15181c; --ink: #e7eaee; --soft: #a3abb5; --rule: #343a42; --wash: #1d2126; --alarm: #ff9d92;
            --s0: #62a8f5; --s1: #f0a050; --s2: #45c9a3; --s3: #b594f2; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        header, main { max-width: 1180px; margin: 0 auto; padding: 0 16px; }
        h1 { font-size: 1.6rem; margin: 24px 0 0; } h2 { font-size: 1.3rem; margin: 40px 0 8px; padding-top: 16px; border-top: 1px solid var(--rule); } h3 { font-size: 1.05rem; margin: 28px 0 0; }
        header p, .note { color: var(--soft); margin: 2px 0 12px; } .warning { color: var(--alarm); font-weight: 600; overflow-wrap: anywhere; }
        .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px 32px; align-items: start; }
        @media (max-width: 800px) { .pair { grid-template-columns: minmax(0, 1fr); } }
        figure { margin: 0; } figure svg { display: block; width: 100%; max-width: 560px; height: auto; }
        .scroll { overflow: auto; } .pair .scroll { max-height: 640px; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
        th, td { padding: 3px 12px 3px 0; text-align: right; border-bottom: 1px solid var(--rule); }
        th[scope=row], th:first-child { text-align: left; font-weight: 400; min-width: 9rem; } thead th { position: sticky; top: 0; background: var(--paper); color: var(--soft); font-weight: 600; }
        .legend { list-style: none; margin: 4px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 0.9rem; } .legend svg { display: inline-block; width: 28px; height: 10px; margin-right: 6px; }
        svg text { fill: var(--ink); font: 12px system-ui, sans-serif; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; } svg .tick { fill: var(--soft); font-size: 11px; } svg .end { text-anchor: end; } svg .mid { text-anchor: middle; }
        .rule { stroke: var(--rule); stroke-width: 1; } .strong { stroke: var(--ink); stroke-width: 1.5; } .wash { fill: var(--wash); }
        .s0 { --c: var(--s0); } .s1 { --c: var(--s1); stroke-dasharray: 7 3; } .s2 { --c: var(--s2); stroke-dasharray: 2 2; } .s3 { --c: var(--s3); stroke-dasharray: 9 2 2 2; }
        .line { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round; } .span { stroke: var(--c); stroke-width: 2; stroke-dasharray: none; stroke-linecap: round; }
        .dot, .bar { fill: var(--c); } .dot { stroke: var(--paper); stroke-width: 1.5; stroke-dasharray: none; } .mark { stroke: var(--c); stroke-width: 1; stroke-dasharray: none; opacity: 0.45; }
        .bar { stroke: var(--paper); stroke-width: 1; stroke-dasharray: none; } .part1 { opacity: 0.6; } .part2 { opacity: 0.35; }
        @media (max-width: 480px) { th, td { padding-right: 8px; } th[scope=row], th:first-child { min-width: 6.5rem; } svg text { font-size: 14px; } svg .tick { font-size: 13px; } }
        """;
}
