using System.Globalization;
using System.Text.RegularExpressions;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Options;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes;

/// <summary>A variable that no program reads is a setting that somebody believes in.</summary>
public sealed partial class EnvironmentTests
{
    /// <summary>Read by the runtime and the web server, not by us.</summary>
    private static readonly string[] Runtime = ["ASPNETCORE_HTTP_PORTS", "DOTNET_gcServer"];

    public static TheoryData<string> Variants => [.. Kustomize.Variants.Keys];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Variables_OfManifests_AreOptions(string variant)
    {
        var installation = Kustomize.Render(variant);
        var variables = installation.Settings.Select(pair => (pair.Key, pair.Value!.ToString()))
            .Concat(installation.Containers.SelectMany(c => c.Container.List("env")).Select(e => (e.Text("name")!, e.Text("value")))!).ToArray();
        Assert.True(variables.Length > 10, "The variables were not found.");
        Law.Holds($"{variant}: every variable is an option with a value that it can have.", variables.SelectMany(v => Faults(v.Item1, v.Item2)));
    }

    [Fact]
    public void Variables_OfCompose_AreOptions()
    {
        var variables = ComposeFile.Programs.SelectMany(service => ComposeFile.Variables(service.Value)).ToArray();
        Assert.True(variables.Length > 5, "The variables were not found.");
        Law.Holds("compose.yaml: every variable is an option with a value that it can have.", variables.SelectMany(v => Faults(v.Key, v.Value)));
    }

    [Theory]
    [InlineData("Orleans__Cluster", "grainline")]
    [InlineData("ORLEANS__CLUSTERID", "grainline")]
    [InlineData("POD_IP", null)]
    [InlineData("Proxy__Trusted", "10.0.0.0/8")]
    [InlineData("Attachments__Enabled", "yes")]
    [InlineData("Orleans__Endpoints__SiloPort", "silo")]
    [InlineData("Drain__Grace", "1s")]
    public void Faults_OfAVariableThatSaysNothing_AreSeen(string name, string? value) => Assert.NotEmpty(Faults(name, value));

    /// <summary>The source is read with patterns: they must find at least what reflection finds in this edition.</summary>
    [Fact]
    public void OptionSource_ComparedWithReflection_MissesNothing() =>
        Law.Holds("Every option that is bound in this edition is found in the source.",
            OptionTypes.Keys().Select(k => k.Key).Where(key => !OptionSource.Keys.ContainsKey(key) && !OptionSource.Keys.ContainsKey(key + ":*")));

    private static IEnumerable<string> Faults(string name, string? value)
    {
        if (Runtime.Contains(name))
            yield break;
        var key = name.Replace("__", ":", StringComparison.Ordinal);
        if (!OptionSource.Keys.TryGetValue(key, out var type) && !OptionSource.Keys.TryGetValue(Last().Replace(key, ":*"), out type))
            yield return $"{name} is no option";
        else if (value is not null && !Fits(type, value))
            yield return $"{name} is a {type}, and '{value}' is none";
    }

    private static bool Fits(string type, string value) => type switch
    {
        "bool" => value is "true" or "false",
        "int" or "long" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "TimeSpan" => TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _),
        _ => value.Length > 0,
    };

    [GeneratedRegex(@":[^:]+$")]
    private static partial Regex Last();
}
