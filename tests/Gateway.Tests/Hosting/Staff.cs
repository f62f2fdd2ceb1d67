using System.Net.Http.Json;
using System.Text.Json;
using Grainline.Gateway.Authentication;
using Grainline.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>People and queues beyond the demonstration's.</summary>
internal static class Staff
{
    private const string Password = "another-password";

    /// <summary>The token of a new member of the tenant, which is made if need be.</summary>
    public static async Task<string> Hire(this GatewayHost host, string login, StaffRoles roles, string tenant = "demo", params string[] queues)
    {
        var hash = await host.Services.GetRequiredService<Passwords>().Hash(Password, CancellationToken.None);
        var house = host.Grains.Tenant(tenant);
        Assert.True((await house.Create(new(tenant))).Succeeded);
        foreach (var queue in queues)
        {
            if (!(await house.View()).Value!.Queues.Contains(queue))
                Assert.True((await house.AddQueue(queue, new(queue, "least-loaded", 30))).Succeeded);
        }

        Assert.True((await house.AddStaff(new(login, tenant, login, login, roles, hash), new(login, 3, [.. queues]))).Succeeded);
        return (await host.Post("/api/v1/sessions", new { login, password = Password })).GetProperty("token").GetString()!;
    }

    public static async Task<JsonElement> Put(this GatewayHost host, string path, object body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        return await host.Send(request, token);
    }

    public static async Task<JsonElement> Delete(this GatewayHost host, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        return await host.Send(request, token);
    }

    public static int Code(this JsonElement problem) => problem.GetProperty("code").GetInt32();
}
