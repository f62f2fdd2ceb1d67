using System.CommandLine;
using Grainline.Load.Commands;

var root = new RootCommand("Loads a Grainline installation over its public contract, checks order and loss, and tells figures. Exit codes: 0 well, 1 could not run, 2 a law was violated.")
{
    TalkCommand.Create(), IdleCommand.Create(), StormCommand.Create(), SurgeCommand.Create(), DialoguesCommand.Create(), CompareCommand.Create(), ReportCommand.Create(),
    ShopCommand.Create(), ReplayCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
