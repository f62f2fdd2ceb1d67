using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Hosting;

/// <summary>Failures to start that an operator can mend, in one sentence. Anything else is a bug and keeps its stack trace.</summary>
public static class StartFailure
{
    public static string? Explain(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => Explain(inner),
        OptionsValidationException options => string.Join(" ", options.Failures),
        IOException { InnerException: AddressInUseException } port => $"{port.Message} Another program has the port; choose one with --urls.",
        SocketException socket => socket.Message,
        UnauthorizedAccessException access => access.Message,
        FormatException format => format.Message,
        InvalidOperationException { InnerException: ArgumentException or FormatException } setting => setting.Message,
        // By name: which packages are there depends on the edition.
        _ when Is(exception, "RedisConnectionException") => "Redis, which holds the cluster's membership, cannot be reached: see Redis:Configuration.",
        _ when Is(exception, "NpgsqlException") => $"PostgreSQL: {Root(exception).Message}. See Postgres:ConnectionString.",
        _ when Is(exception, "OrleansConfigurationException") => exception.Message,
        _ when Is(exception, "OrleansClusterConnectivityCheckFailedException") => "Other silos of the cluster cannot be reached: see Orleans:Endpoints, and Tls in all of them.",
        _ => null,
    };

    private static bool Is(Exception exception, string name)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            for (var type = e.GetType(); type is not null; type = type.BaseType)
            {
                if (type.Name == name)
                    return true;
            }
        }
        return false;
    }

    private static Exception Root(Exception exception) => exception.InnerException is { } inner ? Root(inner) : exception;
}
