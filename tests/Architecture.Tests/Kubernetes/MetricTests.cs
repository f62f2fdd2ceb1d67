using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes;

/// <summary>A panel or an alert over a metric that nobody exposes stays empty and silent for ever.</summary>
public sealed partial class MetricTests
{
    private static readonly string[] Words = ["by", "without", "and", "or", "unless", "on", "ignoring", "bool", "offset"];

    /// <summary>Prometheus' own.</summary>
    private static readonly string[] Own = ["up"];

    /// <summary>Labels that come with the scrape.</summary>
    private static readonly string[] OfTheScrape = ["namespace", "pod", "container", "le"];

    [Fact]
    public void Alerts_Any_AskForMetricsThatExist() => Check(Alerts().Select(rule => (rule.Text("alert")!, rule.Text("expr")!)), atLeast: 10);

    [Fact]
    public void Dashboard_AnyPanel_AsksForMetricsThatExist() => Check(Panels().SelectMany(p => p.List("targets"), (p, t) => (p.Text("title")!, t.Text("expr")!)), atLeast: 15);

    [Fact]
    public void Scalers_OfGateways_AskForMetricsThatExist() =>
        Check(Kustomize.Render("large").Of("ScaledObject").SelectMany(s => s.Json.List("spec.triggers")).Select(t => (t.Text("name")!, t.Text("metadata.query")!)), atLeast: 2);

    [Fact]
    public void Alerts_Any_SayHowBadAndWhatToDo() =>
        Law.Holds("An alert has a severity, a sentence, a delay, and a place in docs/kubernetes.md.",
            from rule in Alerts()
            let name = rule.Text("alert")!
            where rule.Text("labels.severity") is not ("warning" or "critical") || rule.Text("annotations.summary") is null || rule.Text("for") is null
                || !Repository.Read("docs/kubernetes.md").Contains($"`{name}`", StringComparison.Ordinal)
            select name);

    [Fact]
    public void Dashboard_AnyPanel_HasItsOwnNumberAndPlace()
    {
        var panels = Panels().ToArray();
        Assert.Equal(panels.Length, panels.Select(p => p.Number("id")).Distinct().Count());
        Assert.Equal(panels.Length, panels.Select(p => (p.Number("gridPos.x"), p.Number("gridPos.y"))).Distinct().Count());
    }

    [Theory]
    [InlineData("sum(rate(grainline_sockets_total{namespace=\"a\"}[5m]))", "grainline_sockets_total")]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(journal_group_seconds_bucket[5m])))", "journal_group_seconds_bucket")]
    [InlineData("sum by (queue) (grainline_queue_waiting)", "label queue")]
    [InlineData("grainline_hub_calls_total{tenant=\"a\"} / journal_waiting", "label tenant")]
    public void Unknown_OfAQueryThatFindsNothing_IsSeen(string query, string unknown) => Assert.Equal([unknown], Unknown(query));

    private static void Check(IEnumerable<(string Name, string Query)> queries, int atLeast)
    {
        var all = queries.ToArray();
        Assert.True(all.Length >= atLeast, $"Only {all.Length} queries were found.");
        Law.Holds("Queries ask for metrics and labels that exist.", all.SelectMany(q => Unknown(q.Query), (q, unknown) => $"{q.Name}: {unknown}"));
    }

    private static IEnumerable<string> Unknown(string query)
    {
        var labels = Selector().Matches(query).SelectMany(m => Label().Matches(m.Value)).Select(m => m.Groups["name"].Value)
            .Concat(Grouping().Matches(query).SelectMany(m => m.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)));
        var bare = Grouping().Replace(Range().Replace(Selector().Replace(query, ""), ""), " ");
        var metrics = Name().Matches(bare).Select(m => m.Value).Except(Words);
        return metrics.Except(Own).Except(ExposedMetrics.Names).Concat(labels.Except(OfTheScrape).Except(ExposedMetrics.Labels).Select(name => $"label {name}"));
    }

    private static IEnumerable<JsonNode> Alerts() => Kustomize.Render("large").Of("PrometheusRule").SelectMany(r => r.Json.List("spec.groups")).SelectMany(g => g.List("rules"));

    private static IEnumerable<JsonNode> Panels() => JsonNode.Parse(Repository.Read("k8s/components/prometheus/dashboard.json")).List("panels");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(by|without)\s*\((?<names>[^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex("(?<name>[a-z_]+)\\s*(=~|!~|!=|=)")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*(?![\w:]*\s*\()")]
    private static partial Regex Name();
}
