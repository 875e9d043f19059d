using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub restore</c>: a backup into an empty database of either kind, with everything on its way held; 1 when its chronology is broken.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["mode", "config", "data"], []);
        if (arguments.Words is not [var path])
        {
            throw new UsageException("restore takes one FILE, the backup to restore");
        }

        var settings = CommandLine.Settings(arguments);
        await using var file = await BackupFile.OpenAsync(path, BackupCommand.ProgramVersion, CancellationToken.None);
        RefuseOtherMode(path, file.Manifest.Mode, settings.Mode ?? HubMode.Exercise);
        var deployment = await PersistenceSetup.SettleAsync(settings, CancellationToken.None);
        if (await PersistenceSetup.IsThereAsync(deployment.Database, CancellationToken.None))
        {
            throw new StartRefusedException($"{deployment.Database} is in use: a hub was started on it before. A backup is restored into a new one; use another --data or database.");
        }

        Directory.CreateDirectory(deployment.DataDirectory);
        await using var db = deployment.Database.Open();
        var held = await BackupRestorer.RestoreAsync(db, file, TimeProvider.System, CancellationToken.None);
        Console.WriteLine($"restored={deployment.Database} taken={file.Manifest.TakenAt.Rfc3339()} backup: {file.Manifest.Chronology}");
        Console.WriteLine($"held={held} dispatches; a releaser lets each decision go on, or a newer one takes its place");
        var verdict = await ChronologyVerifier.VerifyAsync(db, CancellationToken.None);
        Console.WriteLine(verdict);
        return verdict.BrokenSequence is null ? 0 : 1;
    }

    /// <summary>An exercise never becomes the real thing by way of a file, nor the other way round (design rule 3).</summary>
    private static void RefuseOtherMode(string path, HubMode made, HubMode asked)
    {
        if (made != asked)
        {
            var word = made.ToString().ToLowerInvariant();
            throw new StartRefusedException($"{path} is a backup of {word}, and stays that. Say --mode {word}, and give it a database of its own.");
        }
    }
}
