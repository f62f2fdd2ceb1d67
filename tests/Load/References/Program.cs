using Grainline.Load.References;

// What the system is compared with. Run as: dotnet Grainline.Load.References.dll signalr|relay --urls http://127.0.0.1:5000
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSignalR();
builder.Services.AddSingleton<Rooms>();
var app = builder.Build();
if (args is not ["signalr" or "relay", ..])
{
    await Console.Error.WriteLineAsync("Name the reference: signalr or relay.");
    return 1;
}
app.MapGet("/relay", Relay.Serve);
if (args[0] == "signalr")
    app.MapHub<GroupHub>("/hub");
else
    app.UseWebSockets();
app.MapGet("/health/ready", () => "ready");
await app.RunAsync();
return 0;
