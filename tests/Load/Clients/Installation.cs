namespace Grainline.Load.Clients;

internal sealed record StaffLogin(string Login, string AgentId, string Token);

internal sealed record Visitor(string Id, string Token);

/// <summary>What the tool makes for itself in an installation: a queue, a site and agents of its own, named after the run.</summary>
internal sealed class Installation(Rest rest, string adminToken, string run)
{
    public string Site => $"load-{run}";

    private const string Password = "load-tool-password";

    public static async Task<Installation> SetUp(Rest rest, string code, string run, CancellationToken cancellation)
    {
        var session = await rest.Post("/api/v1/setup", new
        {
            code,
            tenant = "load",
            tenantName = "Load",
            login = "load-admin",
            name = "Load",
            password = Password,
            origins = Array.Empty<string>(),
        }, null, cancellation);
        return new(rest, session.GetProperty("token").GetString()!, run);
    }

    public static async Task<Installation> LogIn(Rest rest, string login, string password, string run, CancellationToken cancellation) =>
        new(rest, await Token(rest, login, password, cancellation), run);

    public async Task Prepare(CancellationToken cancellation)
    {
        await rest.Post("/api/v1/queues", new { queueId = Site, name = "Load" }, adminToken, cancellation);
        await rest.Post("/api/v1/sites", new { siteKey = Site, name = "Load", queue = Site, origins = Array.Empty<string>() }, adminToken, cancellation);
    }

    public async Task<StaffLogin> AddAgent(int number, int capacity, CancellationToken cancellation)
    {
        var login = $"load-{run}-{number}";
        await rest.Post("/api/v1/staff", new { login, name = $"Load {number}", password = Password, roles = new[] { "agent" }, queues = new[] { Site }, capacity }, adminToken, cancellation);
        return new(login, login, await Token(rest, login, Password, cancellation));
    }

    public async Task<Visitor> Admit(CancellationToken cancellation)
    {
        var session = await rest.Post("/api/v1/visitors", new { site = Site }, null, cancellation);
        return new(session.GetProperty("visitorId").GetString()!, session.GetProperty("token").GetString()!);
    }

    private static async Task<string> Token(Rest rest, string login, string password, CancellationToken cancellation) =>
        (await rest.Post("/api/v1/sessions", new { login, password }, null, cancellation)).GetProperty("token").GetString()!;
}
