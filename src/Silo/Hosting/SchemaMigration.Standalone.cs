namespace Grainline.Silo.Hosting;

/// <summary>The Standalone edition brings its files to its format at every start.</summary>
internal static class SchemaMigration
{
    public static Task Run(string[] args) => Console.Out.WriteLineAsync("Nothing to migrate: this edition brings its files to its format when it starts.");
}
