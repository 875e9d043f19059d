using System.Reflection;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub backup</c>: one file out of a database, while it is written to; 1 when the chronology in it is broken, as <c>verify</c> has it.</summary>
internal static class BackupCommand
{
    /// <summary>With the commit that it was built from: what is needed to find the same program again.</summary>
    public static string ProgramVersion { get; } =
        typeof(BackupCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["mode", "config", "data"], []);
        if (arguments.Words is not [var path])
        {
            throw new UsageException("backup takes one FILE, the name of the file to make");
        }

        var deployment = await PersistenceSetup.SettleAsync(CommandLine.Settings(arguments), CancellationToken.None);
        if (!await PersistenceSetup.IsThereAsync(deployment.Database, CancellationToken.None))
        {
            throw new StartRefusedException($"There is no database {deployment.Database}. Name its folder with --data, or set ConnectionStrings__Database.");
        }

        await using var db = deployment.Database.Open();
        var manifest = await BackupMaker.MakeAsync(db, path, ProgramVersion, TimeProvider.System, CancellationToken.None);
        Console.WriteLine($"file={path} rows={manifest.Parts.Sum(part => part.Rows)} mode={deployment.Mode.ToString().ToLowerInvariant()}");
        Console.WriteLine(manifest.Chronology);
        return manifest.Chronology.BrokenSequence is null ? 0 : 1;
    }
}
