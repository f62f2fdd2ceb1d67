using Grainline.Load.References;

// What the system is compared with. Run as: dotnet Grainline.Load.References.dll signalr|relay --urls http://127.0.0.1:5000
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSignalR();
builder.Services.AddSingleton<Rooms>();
var app = builder.Build();
switch (args.FirstOrDefault())
{
    case "signalr":
        app.MapHub<GroupHub>("/hub");
        break;
    case "relay":
        app.UseWebSockets();
        app.MapGet("/relay", Relay.Serve);
        break;
    default:
        await Console.Error.WriteLineAsync("Name the reference: signalr or relay.");
        return 1;
}
app.MapGet("/health/ready", () => "ready");
await app.RunAsync();
return 0;
