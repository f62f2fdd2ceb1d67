using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Grainline.Architecture.Kubernetes.Laws;
using Grainline.Architecture.Kubernetes.Rendering;
using Grainline.Architecture.Tree;

namespace Grainline.Architecture.Kubernetes;

/// <summary>The cluster on one machine: reached from there alone, without a secret in the file, and started in order.</summary>
public sealed partial class ComposeTests
{
    [Fact]
    public void Services_Together_AreTheWholeCluster()
    {
        Assert.Equal(["edge", "gateway", "kafka", "migration", "postgres", "redis", "silo"], ComposeFile.Services.Select(s => s.Key).Order());
        Assert.All(["silo", "gateway"], name => Assert.Equal(2, ComposeFile.Whole.Number($"services.{name}.deploy.replicas")));
    }

    [Fact]
    public void Ports_OfAnyService_AreOnLoopbackOnly() =>
        Law.Holds("A port is published on 127.0.0.1, and by the edge alone.",
            from service in ComposeFile.Services
            from port in service.Value.List("ports")
            where service.Key != "edge" || !port.ToString().StartsWith("127.0.0.1:", StringComparison.Ordinal)
            select $"{service.Key}: {port}");

    [Fact]
    public void Services_ThatStay_HaveAHealthCheck() =>
        Law.Holds("A service that stays up is asked whether it is well, and comes back after a crash.",
            from service in ComposeFile.Services
            where service.Key != "migration" && (service.Value.At("healthcheck.test") is null || service.Value.Text("restart") != "unless-stopped")
            select service.Key);

    [Fact]
    public void Services_OfOurs_MayDoNothing() =>
        Law.Holds("Our programs write to no image and gain no rights.",
            from service in ComposeFile.Programs
            where service.Value.Flag("read_only") != true || service.Value.Text("cap_drop.0") != "ALL" || service.Value.Text("security_opt.0") != "no-new-privileges:true"
                || !service.Value.List("tmpfs").Any(t => t.ToString().StartsWith("/tmp", StringComparison.Ordinal))
            select service.Key);

    [Fact]
    public void Migration_IsOverBeforeASiloStarts()
    {
        Assert.Equal("service_completed_successfully", ComposeFile.Whole.Text("services.silo.depends_on.migration.condition"));
        Assert.Equal("service_healthy", ComposeFile.Whole.Text("services.migration.depends_on.postgres.condition"));
        Assert.Equal("migrate", ComposeFile.Whole.Text("services.migration.command.0"));
        Assert.Equal("no", ComposeFile.Whole.Text("services.migration.restart"));
    }

    [Fact]
    public void Silos_Stopping_GetTheTimeTheyTake() =>
        Assert.All(["silo", "gateway"], name => Assert.Equal("150s", ComposeFile.Whole.Text($"services.{name}.stop_grace_period")));

    [Fact]
    public void Secrets_InTheFile_DoNotExist() =>
        Law.Holds("A password comes from outside, and without it nothing starts.",
            from service in ComposeFile.Services
            from variable in ComposeFile.Variables(service.Value)
            where Password().IsMatch($"{variable.Key}={variable.Value}") && !variable.Value!.Contains("${", StringComparison.Ordinal)
            select $"{service.Key}: {variable.Key}");

    [Fact]
    public void Names_OfVolumesServicesAndFiles_AreThere()
    {
        var volumes = ComposeFile.Whole.Map("volumes").Select(v => v.Key).ToHashSet();
        Law.Holds("What a service mounts, waits for or is built from is there.",
            from service in ComposeFile.Services
            from fault in Mounted(service.Value, volumes).Concat(service.Value.Map("depends_on").Select(d => d.Key).Where(name => ComposeFile.Services.All(s => s.Key != name)))
                .Concat(service.Value.Text("build.target") is { } target && !Repository.Read("Dockerfile").Contains($" AS {target}\n", StringComparison.Ordinal) ? [target] : [])
            select $"{service.Key}: {fault}");
    }

    [Fact]
    public void Edge_OfTheFile_LetsInWhatGatewaysServeAndNotWhatIsForOperators()
    {
        var rules = Repository.Read("containers/haproxy.cfg").Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is ["acl", "served", ..]).ToArray();
        var exact = rules.Where(words => words[2] == "path").SelectMany(words => words[3..]).ToArray();
        var prefixes = rules.Where(words => words[2] == "path_beg").SelectMany(words => words[3..]).ToArray();
        Assert.True(exact.Length + prefixes.Length > 5, "The rules were not found.");
        Law.Holds("The edge knows every address of the gateways, and shuts health and metrics.",
            DoorLaws.Served.Where(path => (exact.Contains(path) || prefixes.Any(prefix => $"{path}/".StartsWith(prefix, StringComparison.Ordinal))) == DoorLaws.Inside.Contains(path)));
    }

    private static IEnumerable<string> Mounted(JsonNode service, HashSet<string> volumes) =>
        service.List("volumes").Select(v => v.ToString().Split(':')[0])
            .Where(source => source.StartsWith("./", StringComparison.Ordinal) ? !Path.Exists(Path.Combine(Repository.Root, source)) : !volumes.Contains(source));

    [GeneratedRegex("password", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
